package org.dartboard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dartboard.testing.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCommandTest {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @Test
  void theTableIsPulledFromAMirrorThenVerifiedAndDamageIsFound() throws IOException {
    Path raw = RealData.assumeTable().resolveSibling("nasbench201-raw");
    assumeTrue(Files.isDirectory(raw), "the public copies of the benchmark are needed");
    String into = folder.resolve("data").toString();

    Invocation pull =
        Invocation.of("data", "pull", "nasbench201", "--mirror", raw.toString(), "--into", into);
    assertEquals(0, pull.code(), pull.err());
    assertTrue(pull.err().contains("fetching nasbench201-raw/tss.csv, 2.5 MiB"), pull.err());

    Invocation verify = Invocation.of("data", "verify", "nasbench201", "--in", into);
    assertEquals(0, verify.code(), verify.out());
    assertTrue(verify.out().contains("there"), verify.out());
    assertTrue(verify.out().contains("without nb201_zerocost, nb201_latency_help"), verify.out());

    Invocation again =
        Invocation.of("data", "pull", "nasbench201", "--mirror", raw.toString(), "--into", into);
    assertEquals(0, again.code(), again.err());
    assertFalse(again.err().contains("fetching"), again.err());

    Path accuracies = Path.of(into, "nasbench201", "nb201_acc.csv");
    String text = Files.readString(accuracies);
    Files.writeString(accuracies, text.replaceFirst("81\\.982667", "91.982667"));
    Invocation damaged = Invocation.of("data", "verify", "nasbench201", "--in", into);
    assertEquals(2, damaged.code(), damaged.out());
    assertTrue(
        damaged.out().contains("expected the benchmark's value 81.982667, found 91.982667"),
        damaged.out());

    Invocation refused =
        Invocation.of("data", "pull", "nasbench201", "--mirror", raw.toString(), "--into", into);
    assertEquals(4, refused.code(), refused.err());
    assertTrue(refused.err().contains("value 81.982667, found 91.982667"), refused.err());
    assertTrue(refused.err().contains("overwritten with --replace"), refused.err());
    assertFalse(refused.err().contains("nasbench201 is there"), refused.err());
    assertTrue(Files.readString(accuracies).contains("91.982667"));

    Invocation replaced =
        Invocation.of(
            "data", "pull", "nasbench201", "--replace", "--mirror", raw.toString(), "--into", into);
    assertEquals(0, replaced.code(), replaced.err());
    assertEquals(text, Files.readString(accuracies));
  }

  @Test
  void aTableThatNoPullMakesIsCheckedTooAndTheAdviceIsAnother() throws IOException {
    Path table = RealData.assumeTable();
    Path raw = table.resolveSibling("nasbench201-raw");
    assumeTrue(Files.isDirectory(raw), "the public copies of the benchmark are needed");
    Path own = Files.createDirectories(folder.resolve("nasbench201"));
    String name = "nb201_latency_subset1999.csv";
    String text = Files.readString(table.resolve(name));
    Files.writeString(own.resolve(name), text.substring(0, text.length() / 2));

    Invocation pull =
        Invocation.of(
            "data", "pull", "nasbench201", "--mirror", raw.toString(), "--into", folder.toString());

    assertEquals(4, pull.code(), pull.err());
    assertTrue(pull.err().contains(name), pull.err());
    assertTrue(pull.err().contains("A pull makes none of these files"), pull.err());
    assertTrue(Files.isRegularFile(own.resolve("nb201_acc.csv")));
  }

  /** All files but one are the official ones; that one was cut short, as by a full disk. */
  @Test
  void aTruncatedFileOfImagesIsNotSaidToBeThere() throws IOException {
    Path official = RealData.assumeCifar10();
    Path own = Files.createDirectories(folder.resolve("cifar-10"));
    List<Path> images;
    try (Stream<Path> files = Files.list(official)) {
      images = files.filter(file -> file.toString().contains("data_batch_")).toList();
    }
    for (Path file : images) {
      Files.copy(file, own.resolve(String.valueOf(file.getFileName())));
    }
    Path truncated = Files.write(own.resolve("test_batch.bin"), new byte[5_000_000]);

    Invocation pull = Invocation.of("data", "pull", "cifar-10", "--into", folder.toString());

    assertEquals(4, pull.code(), pull.err());
    assertTrue(pull.err().contains(truncated + " holds 5000000 bytes"), pull.err());
    assertTrue(pull.err().contains("overwritten with --replace"), pull.err());
    assertFalse(pull.err().contains("cifar-10 is there"), pull.err());
    assertFalse(pull.err().contains("data_batch_"), pull.err());
    assertEquals(5_000_000, Files.size(truncated));
  }

  @Test
  void everyFileOfImagesThatIsNoneIsNamed() throws IOException {
    Path own = Files.createDirectories(folder.resolve("cifar-10"));
    for (int batch = 1; batch <= 5; batch++) {
      Files.write(own.resolve("data_batch_" + batch + ".bin"), new byte[batch]);
    }
    Files.write(own.resolve("test_batch.bin"), new byte[0]);

    Invocation pull = Invocation.of("data", "pull", "cifar-10", "--into", folder.toString());

    assertEquals(4, pull.code(), pull.err());
    for (String defect : List.of("data_batch_1.bin holds 1 bytes", "data_batch_5.bin holds 5")) {
      assertTrue(pull.err().contains(defect), pull.err());
    }
    assertTrue(pull.err().contains("test_batch.bin holds 0 bytes"), pull.err());
  }

  @Test
  void everyFileThatAMirrorLacksIsReported() throws IOException {
    Path mirror = Files.createDirectory(folder.resolve("mirror"));
    byte[] other = "index,ops".getBytes(StandardCharsets.UTF_8);
    Files.write(mirror.resolve("tss.csv"), other);

    Invocation pull =
        Invocation.of(
            "data",
            "pull",
            "nasbench201",
            "cifar-10",
            "--mirror",
            mirror.toString(),
            "--into",
            folder.resolve("data").toString());

    assertEquals(4, pull.code());
    assertTrue(pull.err().contains("nats_bench.csv does not exist"), pull.err());
    assertTrue(pull.err().contains("tss.csv ended after 9 of 2655346 bytes"), pull.err());
    assertTrue(pull.err().contains("cifar-10-binary.tar.gz does not exist"), pull.err());
    assertTrue(pull.err().contains("not all was fetched (14 problems)"), pull.err());
  }

  @Test
  void absentDataSetsAreSaidWithPlacesAndTheCommandThatGetsThem() {
    Invocation status = Invocation.of("data", "status", "--in", folder.toString());

    assertEquals(0, status.code());
    assertTrue(status.out().contains("nasbench201: absent"), status.out());
    assertTrue(status.out().contains(folder.resolve("cifar-10").toString()), status.out());
    assertTrue(status.out().contains("dartboard data pull cifar-100"), status.out());
    assertTrue(status.out().contains("MIT (c) Zalando SE"), status.out());

    Invocation named = Invocation.of("data", "verify", "cifar-10", "--in", folder.toString());
    assertEquals(3, named.code(), named.out());
    Invocation all = Invocation.of("data", "verify", "--in", folder.toString());
    assertEquals(0, all.code(), all.out());
  }

  @Test
  void unknownNamesAreAllReportedWithTheKnownOnes() {
    Invocation pull = Invocation.of("data", "pull", "cifar", "mnist");

    assertEquals(2, pull.code());
    assertTrue(
        pull.err()
            .contains("there is no data set 'cifar', 'mnist'; there are nasbench201, cifar-10"),
        pull.err());
  }

  @Test
  void anImpossibleMirrorIsRefused() {
    Invocation pull = Invocation.of("data", "pull", "--mirror", "https:///nowhere");

    assertEquals(2, pull.code());
    assertTrue(pull.err().contains("'https:///nowhere' is no mirror"), pull.err());
  }
}
