package org.dartboard.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThisMachineTest {
  @Test
  void versionsOfNativeLibrariesAreReadFromTheClassPath() {
    String path =
        String.join(
            File.pathSeparator,
            "/m2/dnnl-3.11-1.5.13.jar",
            "/m2/dnnl-3.11-1.5.13-linux-x86_64.jar",
            "/m2/pytorch-2.10.0-1.5.13-macosx-arm64.jar",
            "/m2/nd4j-native-1.0.0-M2.1-linux-x86_64-onednn-avx512.jar",
            "/m2/picocli-4.7.7.jar",
            "target/classes");
    assertEquals(
        Map.of("dnnl", "3.11-1.5.13", "pytorch", "2.10.0-1.5.13", "nd4j-native", "1.0.0-M2.1"),
        ThisMachine.libraries(path));
  }

  @Test
  void valuesAreReadFromWhatLinuxTells() {
    String text = "processor\t: 0\nmodel name\t: Abacus at 2 Hz\nmodel name\t: other\n";
    assertEquals(Optional.of("Abacus at 2 Hz"), ThisMachine.value(text, "model name"));
    assertEquals(Optional.empty(), ThisMachine.value(text, "flags"));
  }

  @Test
  void theFingerprintIsThatOfThisProcess() {
    Fingerprint here = ThisMachine.fingerprint("abc");
    assertEquals("abc", here.revision());
    assertEquals(Runtime.getRuntime().availableProcessors(), here.cores());
    assertTrue(here.java().contains(System.getProperty("java.runtime.version")));
    assertTrue(here.comparableWith(ThisMachine.fingerprint("def")));
  }
}
