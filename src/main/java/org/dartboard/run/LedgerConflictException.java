package org.dartboard.run;

import java.util.List;

/** Thrown where a search came out differently from the same search before; names both sides. */
public final class LedgerConflictException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LedgerConflictException(List<String> conflicts) {
    super(
        String.join("\n", conflicts)
            + "\nNothing was added. The same configuration, seed and engine must come to the same;"
            + " if the program has changed on purpose, delete the ledger's lines of that"
            + " configuration first.");
  }
}
