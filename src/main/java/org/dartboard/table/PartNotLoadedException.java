package org.dartboard.table;

/**
 * Thrown where a query needs a part that the caller did not ask to load: a mistake in a program.
 */
public final class PartNotLoadedException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  PartNotLoadedException(TablePart part) {
    super(part + " was not loaded; add it to the parts given to Nb201Table.load");
  }
}
