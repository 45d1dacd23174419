package org.dartboard.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkFileTest {
  @TempDir private Path folder;

  @Test
  void whatIsWrittenIsRead() throws IOException {
    Path file = folder.resolve("first.json");
    BenchmarkFiles.write(
        file,
        3,
        "Abacus",
        BenchmarkFiles.result("onednn", 2e9, List.of(List.of(10.0, 12.0, 11.0), List.of(14.0))));
    BenchmarkRun run = BenchmarkFile.read(file);
    assertEquals("first", run.name());
    assertEquals("2026-01-01T03:00:00Z", run.started().toString());
    assertEquals("Abacus", run.machine().processor());
    assertEquals(Map.of("dnnl", "3.11"), run.machine().libraries());
    Measurement measurement = run.measurements().get(0);
    assertEquals("Step.searchStep engine=onednn", measurement.key());
    assertEquals("Step.searchStep", measurement.keyWithoutEngine());
    assertFalse(measurement.throughput());
    assertEquals(12.5, measurement.score());
    assertEquals(OptionalDouble.of(2e9), measurement.peakBytes());
  }

  @Test
  void noPlaceOnTheMachineIsKept() throws IOException {
    Path file = folder.resolve("places.json");
    String result =
        BenchmarkFiles.result("a", 1, List.of(List.of(1.0)))
            .replace(
                "\"threads\": 1,",
                "\"threads\": 1, \"jvm\": \"/a/java\","
                    + " \"jvmArgs\": [\"-Xmx1g\", \"-Ddartboard.home=/b\"],");
    assertTrue(result.contains("/a/java"));
    BenchmarkFiles.write(file, 1, "Abacus", result);
    String written = Files.readString(file);
    assertFalse(written.contains("/a/java"), written);
    assertFalse(written.contains("/b"), written);
    assertTrue(written.contains("-Xmx1g"), written);
  }

  @Test
  void aFileThatWasCutOffIsRefusedByName() throws IOException {
    Path file = folder.resolve("cut.json");
    BenchmarkFiles.write(file, 1, "Abacus", BenchmarkFiles.result("a", 1, List.of(List.of(1.0))));
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() / 2));
    assertTrue(message(file).contains("not complete JSON"), message(file));
    assertTrue(message(file).contains("cut.json"), message(file));
  }

  @Test
  void jmhsOwnFileIsRefusedSayingWhatWasExpected() throws IOException {
    Path file = folder.resolve("jmh.json");
    Files.writeString(file, "[" + BenchmarkFiles.result("a", 1, List.of(List.of(1.0))) + "]");
    assertTrue(message(file).contains("expected \"dartboard benchmark run\""), message(file));
  }

  @Test
  void aNewerVersionIsRefused() throws IOException {
    Path file = folder.resolve("newer.json");
    BenchmarkFiles.write(file, 1, "Abacus", BenchmarkFiles.result("a", 1, List.of(List.of(1.0))));
    Files.writeString(file, Files.readString(file).replace("\"version\" : 1", "\"version\" : 2"));
    assertTrue(message(file).contains("version is 2, expected 1"), message(file));
  }

  @Test
  void allDefectsAreNamedTogether() throws IOException {
    Path file = folder.resolve("damaged.json");
    BenchmarkFiles.write(
        file,
        1,
        "Abacus",
        BenchmarkFiles.result("a", 1, List.of(List.of(-1.0))),
        BenchmarkFiles.result("a", 1, List.of(List.of(1.0))));
    Files.writeString(
        file,
        Files.readString(file)
            .replace("2026-01-01T01:00:00Z", "yesterday")
            .replace("\"cores\" : 2", "\"cores\" : \"two\"")
            .replaceFirst("\"mode\" : \"ss\"", "\"mode\" : \"sample\""));
    for (String defect :
        List.of(
            "started is 'yesterday'",
            "machine.cores is \"two\", expected a number",
            "results[0].mode is 'sample', expected thrpt, avgt or ss",
            "results[0].primaryMetric.rawData is a list with -1.0",
            "results[1] is Step.searchStep engine=a again")) {
      assertTrue(message(file).contains(defect), message(file));
    }
  }

  private static String message(Path file) {
    return assertThrows(BenchmarkFormatException.class, () -> BenchmarkFile.read(file))
        .getMessage();
  }
}
