package org.dartboard.cli;

import java.util.function.Supplier;
import org.dartboard.space.Cell;
import org.dartboard.table.Nb201Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Names one architecture, by its string, its op code or its index. */
final class ArchitectureOption {
  private static final String INDEX_RANGE = "0 to " + (Nb201Table.SIZE - 1);

  @Option(
      names = "--arch",
      paramLabel = "STRING",
      description =
          "The architecture: a string such as '|skip_connect~0|+|none~0|none~1|+...', or an op"
              + " code of six digits.")
  private @Nullable String architecture;

  @Option(names = "--index", paramLabel = "N", description = "The benchmark's index, 0 to 15624.")
  private @Nullable String index;

  /**
   * Reads an architecture string or an op code.
   *
   * @throws org.dartboard.space.CellSyntaxException if it is neither
   */
  static Cell cell(String text) {
    return text.strip().matches("\\d+") ? Cell.ofCode(text.strip()) : Cell.parse(text);
  }

  /** The architecture's index in a table. */
  int in(Nb201Table table) {
    return architecture == null ? number() : table.index(cell(architecture));
  }

  /**
   * The architecture itself.
   *
   * @param table is asked for only where an index was given
   */
  Cell cell(Supplier<Nb201Table> table) {
    return architecture == null ? table.get().cell(number()) : cell(architecture);
  }

  private int number() {
    String number = index == null ? "" : index.strip();
    if (!number.matches("\\d{1,5}") || Integer.parseInt(number) >= Nb201Table.SIZE) {
      throw new BadInputException("--index '" + number + "' is not a number " + INDEX_RANGE);
    }
    return Integer.parseInt(number);
  }
}
