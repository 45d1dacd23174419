package org.dartboard.data;

/** Where the images come from that networks see. Whoever shows figures of theirs says it. */
public enum ImageSource {
  /** The published images. */
  CIFAR_10("CIFAR-10", ""),
  /** Our own stand-in for them, {@link ProceduralImages}. */
  GENERATED(
      "generated, not CIFAR-10",
      "GENERATED IMAGES, NOT CIFAR-10: networks saw images that Dartboard draws, in CIFAR-10's"
          + " place, and what comes out says nothing about CIFAR-10. 'dartboard data pull cifar-10'"
          + " gets the published images");

  private final String label;
  private final String warning;

  ImageSource(String label, String warning) {
    this.label = label;
    this.warning = warning;
  }

  /** The name in files and output. */
  public String label() {
    return label;
  }

  /** What must be said beside every figure; empty for the published images. */
  public String warning() {
    return warning;
  }

  /** Whether the images are the published ones. */
  public boolean published() {
    return this == CIFAR_10;
  }

  @Override
  public String toString() {
    return label;
  }
}
