package org.dartboard.report.data;

import java.util.regex.Pattern;

/** Identifiers that are safe as names of folders and files everywhere. */
final class Identifiers {
  private static final int LONGEST = 80;
  private static final Pattern SAFE = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");

  private Identifiers() {}

  /**
   * Returns the identifier.
   *
   * @throws IllegalArgumentException where it is not made of lower-case letters, digits and single
   *     hyphens or dots between them
   */
  static String checked(String what, String id) {
    if (!SAFE.matcher(id).matches() || id.length() > LONGEST) {
      throw new IllegalArgumentException(
          what
              + " '"
              + id
              + "': expected at most "
              + LONGEST
              + " lower-case letters and digits, with single hyphens or dots between them,"
              + " such as nas-bench-201");
    }
    return id;
  }

  /** Returns the text; throws {@link IllegalArgumentException} where it is blank. */
  static String filled(String what, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(what + " is blank");
    }
    return text;
  }
}
