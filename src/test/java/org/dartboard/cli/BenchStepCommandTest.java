package org.dartboard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchStepCommandTest {
  private static final String[] TINY = {
    "bench", "step", "--width", "4", "--cells", "1", "--batch", "4", "--image-size", "8"
  };

  @Test
  void stepPrintsTheObjectThatScriptsRelyOn() {
    Invocation run = Invocation.of(with("--steps", "3", "--warm-up", "0", "--format", "json"));
    assertEquals(0, run.code(), run::err);
    JsonNode object = JsonMapper.builder().build().readTree(run.out());
    assertEquals(
        List.of("engine", "precision", "threads", "seconds_per_step", "peak_rss_bytes"),
        new ArrayList<>(object.propertyNames()));
    assertEquals("onednn", object.get("engine").stringValue());
    assertEquals("fp32", object.get("precision").stringValue());
    assertTrue(object.get("threads").intValue() >= 1);
    double seconds = object.get("seconds_per_step").doubleValue();
    assertTrue(seconds > 0 && seconds < 10, () -> seconds + " s");
    if (Files.isReadable(Path.of("/proc/self/status"))) {
      assertTrue(object.get("peak_rss_bytes").longValue() > 10_000_000);
    } else {
      assertTrue(object.get("peak_rss_bytes").isNull());
    }
  }

  @Test
  void everyOptionThatCannotBeIsNamedAtOnce() {
    Invocation run =
        Invocation.of(
            "bench",
            "step",
            "--engine",
            "abacus",
            "--precision",
            "fp8",
            "--width",
            "0",
            "--cells",
            "-1",
            "--batch",
            "many",
            "--image-size",
            "30",
            "--steps",
            "0",
            "--warm-up",
            "-2");
    assertEquals(2, run.code());
    assertEquals("", run.out());
    for (String option :
        List.of(
            "--engine is 'abacus'",
            "--precision is 'fp8'",
            "--width is '0'",
            "--cells is '-1'",
            "--batch is 'many'",
            "--image-size is '30', not a whole number from 4 to 512 that is a multiple of 4",
            "--steps is '0'",
            "--warm-up is '-2'")) {
      assertTrue(run.err().contains(option), run::err);
    }
  }

  private static String[] with(String... more) {
    List<String> arguments = new ArrayList<>(List.of(TINY));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }
}
