package org.dartboard.claim;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown where claim files are not as they must be; carries everything that is wrong with them. */
public final class ClaimFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Defect> defects;

  ClaimFormatException(List<Defect> defects) {
    super(message(defects));
    this.defects = List.copyOf(defects);
  }

  /** Everything that is wrong, by file and line. */
  public List<Defect> defects() {
    return defects;
  }

  private static String message(List<Defect> defects) {
    return defects.size()
        + (defects.size() == 1 ? " defect" : " defects")
        + " in the claim files; correct the lines named below\n"
        + defects.stream().map(defect -> "  " + defect).collect(Collectors.joining("\n"));
  }
}
