package org.dartboard.search;

import java.util.List;

/** Thrown where hyper-parameters were given that a method cannot be set to. */
public final class HyperParameterException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // List.copyOf is serialisable
  private final List<String> defects;

  public HyperParameterException(String method, List<String> defects) {
    super("hyper-parameters of " + method + ": " + String.join("; ", defects));
    this.defects = List.copyOf(defects);
  }

  /** Every defect, each a sentence of its own that names the hyper-parameter. */
  public List<String> defects() {
    return defects;
  }
}
