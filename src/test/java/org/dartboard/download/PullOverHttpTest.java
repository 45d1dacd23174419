package org.dartboard.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dartboard.importing.DataSet;
import org.dartboard.importing.DataSets;
import org.dartboard.importing.Pull;
import org.dartboard.table.Nb201Table;
import org.dartboard.table.TablePart;
import org.dartboard.testing.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pulls the benchmark's public copies from a server that breaks off every file once. */
class PullOverHttpTest {
  private static final Pull.Observer NOBODY =
      new Pull.Observer() {
        @Override
        public void isThere(DataSet data, Path place) {}

        @Override
        public void prepares(DataSet data) {}

        @Override
        public void finished(DataSet data, Path place) {}
      };

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path root;

  @Test
  void theTableIsMadeOfFilesThatBrokeOffHalfWay() throws IOException, InterruptedException {
    Path data = RealData.assumeTable().resolveSibling(".").normalize();
    assumeTrue(
        Files.isDirectory(data.resolve("nasbench201-raw")),
        "the public copies of the benchmark are needed");
    DataSet tables = DataSets.known().find("nasbench201").orElseThrow();
    try (FaultyServer server = new FaultyServer();
        Fetcher fetcher =
            Fetcher.create(
                Map.of(),
                Duration.ofSeconds(30),
                Duration.ofMillis(10),
                folder -> Long.MAX_VALUE,
                Progress.NONE)) {
      List<PublicFile> files = tables.publication().orElseThrow().files();
      for (PublicFile file : files) {
        byte[] content = Files.readAllBytes(file.in(data));
        server.on("/" + file.path(), FaultyServer.breaksOffOnce(content, content.length / 2));
      }
      Pull pull =
          new Pull(fetcher, root, Optional.of(Mirror.parse(server.toString())), false, NOBODY);

      assertEquals(List.of(), pull.run(List.of(tables)));

      assertEquals(2 * files.size(), server.requests().size());
      assertTrue(
          server.requests().stream().filter(request -> request.contains(" bytes=")).count() > 0,
          server.requests()::toString);
    }
    Nb201Table table =
        Nb201Table.load(root.resolve("nasbench201"), Set.of(TablePart.ACCURACIES, TablePart.SEEDS));
    assertTrue(table.has(TablePart.SEEDS));
  }
}
