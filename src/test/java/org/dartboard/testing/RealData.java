package org.dartboard.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The published data, for tests that need them. */
public final class RealData {
  private static final String VARIABLE = "DARTBOARD_DATA";

  private RealData() {}

  /** The folder with the real table; where there is none, the test does not run and says why. */
  public static Path assumeTable() {
    String data = System.getenv(VARIABLE);
    Path folder = Path.of(data == null ? "" : data).resolve("nasbench201");
    assumeTrue(
        data != null && Files.isDirectory(folder),
        "the real NAS-Bench-201 table is needed; set " + VARIABLE + " to the folder above it");
    return folder;
  }

  /** The folder with CIFAR-10; where there is none, the test does not run and says why. */
  public static Path assumeCifar10() {
    String data = System.getenv(VARIABLE);
    Path folder = Path.of(data == null ? "" : data).resolve("cifar-10");
    assumeTrue(
        data != null && Files.isDirectory(folder),
        "the real CIFAR-10 is needed; set " + VARIABLE + " to the folder above it");
    return folder;
  }
}
