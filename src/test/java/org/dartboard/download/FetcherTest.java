package org.dartboard.download;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dartboard.io.Digests;
import org.dartboard.random.RandomStreams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Fetches from a server that fails in every way a server can. */
@Timeout(60)
class FetcherTest {
  private static final int BYTES = 300_000;

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path root;

  @SuppressWarnings("NullAway.Init")
  private FaultyServer server;

  private byte[] content = new byte[0];
  private final Recorder recorder = new Recorder();

  @BeforeEach
  void serve() throws IOException {
    server = new FaultyServer();
    content = new byte[BYTES];
    for (int position = 0; position < BYTES; position++) {
      content[position] = (byte) (position * 31 + position / 251);
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aFileArrivesInItsPlaceAndLeavesNothingBesideIt() throws Exception {
    fetch(file(server.on("/a", FaultyServer.good(content))));

    assertArrived();
    assertEquals(List.of("/a"), server.requests());
    assertEquals(BYTES, recorder.last);
  }

  @Test
  void whatIsThereAndRightIsNotFetchedAgain() throws Exception {
    PublicFile file = file(server.on("/a", FaultyServer.good(content)));
    fetch(file);
    fetch(file);

    assertEquals(1, server.requests().size());
  }

  @Test
  void aFileGoesOnFromWhereAnEarlierProcessStopped() throws Exception {
    leavePart(Arrays.copyOf(content, 123_456));

    fetch(file(server.on("/a", FaultyServer.good(content))));

    assertArrived();
    assertEquals(List.of("/a bytes=123456-"), server.requests());
    assertEquals(123_456, recorder.alreadyThere);
  }

  @Test
  void aServerThatIgnoresTheRangeGivesTheWholeFile() throws Exception {
    leavePart(Arrays.copyOf(content, 1_000));

    fetch(file(server.on("/a", FaultyServer.withoutRanges(content))));

    assertArrived();
  }

  @Test
  void aCompletePartNeedsNoRequest() throws Exception {
    leavePart(content);

    fetch(file(server.on("/a", FaultyServer.good(content))));

    assertArrived();
    assertEquals(List.of(), server.requests());
  }

  @Test
  void aServerThatBreaksOffIsAskedForTheRest() throws Exception {
    fetch(file(server.on("/a", FaultyServer.breaksOffOnce(content, 70_000))));

    assertArrived();
    assertEquals(2, server.requests().size());
    assertTrue(server.requests().get(1).startsWith("/a bytes="), server.requests().toString());
    assertEquals(1, recorder.problems.size());
    assertTrue(recorder.problems.get(0).contains("trying again"), recorder.problems.toString());
  }

  @Test
  void aServerThatAlwaysBreaksOffIsNamedWithThePlaceAndTheNextProcessGoesOn() throws Exception {
    String message = failure(file(server.on("/a", FaultyServer.breaksOff(content, 50_000))));

    assertTrue(message.contains(server.base() + "a: the source stopped half way"), message);
    assertEquals(3, server.requests().size());
    long part = Files.size(PartFile.beside(place()));
    assertTrue(part > 50_000 && part <= 150_000, () -> part + " bytes");
    assertFalse(Files.exists(place()));

    fetch(file(server.on("/a", FaultyServer.good(content))));
    assertArrived();
    assertEquals("/a bytes=" + part + "-", server.requests().get(3));
  }

  @Test
  void aSilentServerIsGivenUp() throws Exception {
    String message = failure(file(server.on("/a", FaultyServer.fallsSilent(content, 10_000))));

    assertTrue(message.contains("the source sent nothing for 1 s"), message);
    assertEquals(3, server.requests().size());
  }

  @Test
  void aMissingFileIsSaidAndNotAskedForTwice() throws Exception {
    String message = failure(file(server.base().resolve("/nowhere")));

    assertTrue(message.contains(server.base() + "nowhere is not there (HTTP 404)"), message);
    assertEquals(1, server.requests().size());
  }

  @Test
  void aServerWithAProblemIsAskedThreeTimes() throws Exception {
    String message = failure(file(server.on("/a", FaultyServer.status(500))));

    assertTrue(message.contains("the server has a problem (HTTP 500)"), message);
    assertEquals(3, server.requests().size());
  }

  @Test
  void theNextSourceGoesOnWhereTheFirstStopped() throws Exception {
    URI bad = server.on("/bad", FaultyServer.breaksOff(content, 40_000));
    URI missing = server.on("/missing", FaultyServer.status(404));
    URI good = server.on("/good", FaultyServer.good(content));

    fetch(file(bad, missing, good));

    assertArrived();
    String last = server.requests().get(server.requests().size() - 1);
    assertTrue(last.startsWith("/good bytes="), last);
  }

  @Test
  void allSourcesThatFailedAreNamed() throws Exception {
    String message =
        failure(
            file(
                server.on("/one", FaultyServer.status(404)),
                server.on("/two", FaultyServer.status(403))));

    assertTrue(message.contains("one is not there (HTTP 404)"), message);
    assertTrue(message.contains("two is not given to us (HTTP 403)"), message);
  }

  @Test
  void wrongBytesAreNeverPutInPlace() throws Exception {
    byte[] wrong = content.clone();
    wrong[BYTES / 2]++;

    String message = failure(file(server.on("/a", FaultyServer.good(wrong))));

    assertTrue(message.contains("a gave other content: its checksum is SHA-256 "), message);
    assertTrue(message.contains(Digests.sha256(content)), message);
    assertFalse(Files.exists(place()));
    assertEquals(0, Files.size(PartFile.beside(place())));
  }

  @Test
  void aWrongPartIsThrownAwayAndTheWholeFileIsFetched() throws Exception {
    byte[] wrong = Arrays.copyOf(content, 1_000);
    wrong[7]++;
    leavePart(wrong);

    fetch(file(server.on("/a", FaultyServer.good(content))));

    assertArrived();
    assertEquals(List.of("/a bytes=1000-", "/a"), server.requests());
  }

  @Test
  void aPageInPlaceOfTheFileIsRefused() throws Exception {
    byte[] page = "<html>Please log in</html>".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    String message = failure(file(server.on("/a", FaultyServer.withoutRanges(page))));

    assertTrue(message.contains("a ended after 26 of 300000 bytes"), message);
    assertFalse(Files.exists(place()));
  }

  @Test
  void aLongerFileIsRefusedBeforeAllOfItIsThere() throws Exception {
    byte[] longer = Arrays.copyOf(content, 2 * BYTES);

    String message = failure(file(server.on("/a", FaultyServer.good(longer))));

    assertTrue(message.contains("it is longer than the published 300000"), message);
    assertFalse(Files.exists(place()));
  }

  @Test
  void anUnreachableServerIsNamed() throws Exception {
    int port;
    try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = unused.getLocalPort();
    }

    String message = failure(file(URI.create("http://127.0.0.1:" + port + "/a")));

    assertTrue(message.contains("127.0.0.1 cannot be reached"), message);
  }

  @Test
  void anUnknownHostAsksWhetherTheMachineIsOffline() throws Exception {
    String message = failure(file(URI.create("http://no-such-host.invalid/a")));

    assertTrue(
        message.contains("no-such-host.invalid cannot be reached: its name is not known here"),
        message);
  }

  @Test
  void aForeignFileIsLeftAloneUnlessItMayBeReplaced() throws Exception {
    Files.createDirectories(place().getParent());
    Files.writeString(place(), "mine");
    PublicFile file = file(server.on("/a", FaultyServer.good(content)));

    String message = failure(file);
    assertTrue(message.contains("has 4 bytes; the published file has 300000"), message);
    assertTrue(message.contains("It was left alone"), message);
    assertEquals("mine", Files.readString(place()));

    try (Fetcher fetcher = fetcher(Long.MAX_VALUE)) {
      fetcher.fetch(file, root, true);
    }
    assertArrived();
  }

  @Test
  void tooSmallADiskIsSaidBeforehand() throws Exception {
    PublicFile file = file(server.on("/a", FaultyServer.good(content)));
    try (Fetcher fetcher = fetcher(1_000)) {
      String message = message(fetcher, file);
      assertTrue(message.contains("the disk is full: a needs 300000 bytes"), message);
      assertTrue(message.contains("has 1000 left"), message);
    }
    assertEquals(List.of(), server.requests());
  }

  @Test
  void aDiskThatFillsUpOnTheWayIsSaidAndNoOtherSourceIsAsked() throws Exception {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "not run: this system has no /dev/full");
    Files.createDirectories(place().getParent());
    Files.createSymbolicLink(PartFile.beside(place()), full);

    String message =
        failure(
            file(
                server.on("/a", FaultyServer.good(content)),
                server.on("/b", FaultyServer.good(content))));

    assertTrue(message.contains("a.part cannot be written: No space left on device"), message);
    assertEquals(List.of("/a"), server.requests());
    Files.delete(PartFile.beside(place()));
  }

  @Test
  void twoProcessesDoNotWriteTheSamePart() throws Exception {
    try (PartFile other = PartFile.open(place())) {
      String message = failure(file(server.on("/a", FaultyServer.good(content))));
      assertTrue(message.contains("is being written by another process"), message);
      assertEquals(0, other.size());
    }
  }

  @Test
  void aMirrorMayBeAFolder() throws Exception {
    Path mirror = Files.createDirectory(root.resolve("mirror"));
    Files.write(mirror.resolve("a"), content);
    PublicFile file = file(server.base().resolve("/unused"));

    fetch(Mirror.parse(mirror.toString()).redirect(file));

    assertArrived();
    assertEquals(List.of(), server.requests());
  }

  @Test
  void aMirrorMayBeAUrlWithAFolder() throws Exception {
    server.on("/copies/folder/a", FaultyServer.good(content));
    PublicFile file = file(server.base().resolve("/unused"));

    fetch(Mirror.parse(server.base() + "copies").redirect(file));

    assertArrived();
    assertEquals(List.of("/copies/folder/a"), server.requests());
  }

  @Test
  void aMirrorWithoutTheFileIsNamedWithBothPlaces() throws Exception {
    Path mirror = Files.createDirectory(root.resolve("mirror"));

    String message = failure(Mirror.parse(mirror.toString()).redirect(file(server.base())));

    assertTrue(message.contains(mirror.resolve("folder/a") + " does not exist"), message);
    assertTrue(message.contains(mirror.resolve("a") + " does not exist"), message);
  }

  @Test
  void theProxyOfTheEnvironmentIsAsked() throws Exception {
    server.on("/a", FaultyServer.good(content));
    PublicFile file = file(URI.create("http://far-away.invalid/a"));
    Map<String, String> environment = Map.of("http_proxy", server.base().toString());

    try (Fetcher fetcher = fetcher(environment, Long.MAX_VALUE)) {
      fetcher.fetch(file, root, false);
    }

    assertArrived();
    assertEquals(List.of("/a"), server.requests());
  }

  @Test
  void randomPartsAlwaysEndInTheSameFile() throws Exception {
    var random = new RandomStreams("fetcher", 11).stream("parts");
    PublicFile file = file(server.on("/a", FaultyServer.breaksOffOnce(content, 90_000)));
    for (int round = 0; round < 10; round++) {
      Files.deleteIfExists(place());
      leavePart(Arrays.copyOf(content, random.nextInt(BYTES + 1)));
      fetch(file);
      assertArrived();
    }
  }

  private PublicFile file(URI... sources) {
    return new PublicFile(
        "folder/a", BYTES, new Checksum("SHA-256", Digests.sha256(content)), List.of(sources));
  }

  private Path place() {
    return root.resolve("folder").resolve("a");
  }

  private void leavePart(byte[] bytes) throws IOException {
    Files.createDirectories(place().getParent());
    Files.write(PartFile.beside(place()), bytes);
  }

  private void fetch(PublicFile file) throws Exception {
    try (Fetcher fetcher = fetcher(Long.MAX_VALUE)) {
      fetcher.fetch(file, root, false);
    }
  }

  private String failure(PublicFile file) {
    try (Fetcher fetcher = fetcher(Long.MAX_VALUE)) {
      return message(fetcher, file);
    }
  }

  private String message(Fetcher fetcher, PublicFile file) {
    return assertThrows(FetchException.class, () -> fetcher.fetch(file, root, false)).reason();
  }

  private Fetcher fetcher(long free) {
    return fetcher(Map.of(), free);
  }

  private Fetcher fetcher(Map<String, String> environment, long free) {
    return Fetcher.create(
        environment, Duration.ofSeconds(1), Duration.ofMillis(10), folder -> free, recorder);
  }

  private void assertArrived() throws IOException {
    assertArrayEquals(content, Files.readAllBytes(place()));
    assertFalse(Files.exists(PartFile.beside(place())));
  }

  private static final class Recorder implements Progress {
    private final List<String> problems = new ArrayList<>();
    private long alreadyThere;
    private long last;

    @Override
    public void starts(PublicFile file, long there) {
      alreadyThere = there;
    }

    @Override
    public void at(long bytes) {
      last = bytes;
    }

    @Override
    public void ends() {}

    @Override
    public void problem(String message) {
      problems.add(message);
    }
  }
}
