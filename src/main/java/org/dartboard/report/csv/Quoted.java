package org.dartboard.report.csv;

/** Foreign text, shortened and quoted for a message. */
final class Quoted {
  private static final int LONGEST = 60;

  private Quoted() {}

  static String text(String text) {
    String oneLine = text.replaceAll("\\p{Cntrl}", " ");
    return oneLine.length() <= LONGEST
        ? "'" + oneLine + "'"
        : "'" + oneLine.substring(0, LONGEST) + "…'";
  }
}
