package org.dartboard.benchmark.contender;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dartboard.engine.PartialChannels;

/** The channels of an edge that go through its mixed operation. */
public enum Share {
  /** All of them. */
  ALL("1/1", new PartialChannels.All()),
  /** The first half, and a shuffle. */
  HALF("1/2", new PartialChannels.First(2)),
  /** The first quarter, and a shuffle. */
  QUARTER("1/4", new PartialChannels.First(4)),
  /** The quarter that channel attention rates highest. */
  ATTENTION("1/4-attention", new PartialChannels.Attention(4, 2));

  private final String label;
  private final PartialChannels channels;

  Share(String label, PartialChannels channels) {
    this.label = label;
    this.channels = channels;
  }

  /** Which channels those are. */
  public PartialChannels channels() {
    return channels;
  }

  /** The share of that label, such as {@code 1/4}. */
  public static Share of(String label) {
    return Stream.of(values())
        .filter(share -> share.label.equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no share '"
                        + label
                        + "'; there are "
                        + Stream.of(values())
                            .map(Share::toString)
                            .collect(Collectors.joining(", "))));
  }

  @Override
  public String toString() {
    return label;
  }
}
