package org.dartboard.claim;

/** The settings of a claim's three profiles. */
public record Profiles(Settings smoke, Settings desk, Settings paper) {
  /**
   * What a profile does.
   *
   * @param runs how many independent runs, 1 or more
   */
  public record Settings(int runs) {}

  /** The settings of one profile. */
  public Settings of(Profile profile) {
    return switch (profile) {
      case SMOKE -> smoke;
      case DESK -> desk;
      case PAPER -> paper;
    };
  }
}
