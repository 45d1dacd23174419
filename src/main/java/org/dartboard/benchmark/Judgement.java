package org.dartboard.benchmark;

import java.util.Locale;

/** What a comparison says. */
public enum Judgement {
  /** Faster: the interval lies above 1, and the ratio is at least the minimum effect. */
  FASTER,
  /** Slower, likewise. */
  SLOWER,
  /** The whole interval is closer to 1 than the minimum effect. */
  SAME,
  /** Neither can be said; more processes would tell. */
  UNDECIDED;

  /** The word in reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
