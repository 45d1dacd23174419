package org.dartboard.download;

import java.nio.file.Path;

/** Tries to open the part of a file, in a process of its own, and prints what came of it. */
final class OtherPart {
  static final String PLACE = "DARTBOARD_TEST_PLACE";

  private OtherPart() {}

  public static void main(String[] arguments) {
    try (PartFile part = PartFile.open(Path.of(String.valueOf(System.getenv(PLACE))))) {
      System.out.println("opened");
    } catch (FetchException e) {
      System.out.println(
          e.reason().contains("another process") ? "kept out" : "failed: " + e.reason());
    }
  }
}
