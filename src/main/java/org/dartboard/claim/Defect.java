package org.dartboard.claim;

/**
 * One thing that is wrong with a claim file.
 *
 * @param file the file, as it was named
 * @param line from 1, or 0 if no line is to blame
 * @param path where in the document, such as {@code claims[2].rule.level}; empty for the whole
 * @param found what is there
 * @param allowed what may be there
 */
public record Defect(String file, int line, String path, String found, String allowed) {
  /** Such as {@code a/claim.yaml:12: claims[2].rule.level: found 2; allowed: below 1}. */
  @Override
  public String toString() {
    return file
        + (line > 0 ? ":" + line : "")
        + ": "
        + (path.isEmpty() ? "" : path + ": ")
        + "found "
        + found
        + "; allowed: "
        + allowed;
  }
}
