package org.dartboard.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A file's first line, understood.
 *
 * @param specs what each column of the file holds, in the file's order
 * @param defects empty if the file can be read
 */
record Header(List<ColumnSpec> specs, List<Defect> defects) {
  private static final int LINE = 1;

  static Header read(TablePart part, String line) {
    List<String> names = Arrays.asList(line.split(",", -1));
    Optional<TablePart> other = partWithHeader(names);
    if (other.isPresent() && other.get() != part) {
      return refused(part, "the header of " + other.get().stem());
    }
    if (!names.contains(ColumnSpec.INDEX)) {
      return refused(part, line.isEmpty() ? "an empty line" : Defect.quote(line));
    }
    List<ColumnSpec> specs = new ArrayList<>();
    List<Defect> defects = new ArrayList<>();
    for (String name : names) {
      Optional<ColumnSpec> spec =
          part.columns().stream().filter(known -> known.name().equals(name)).findFirst();
      if (spec.isEmpty()) {
        defects.add(new Defect(LINE, null, expected(part), "the column " + Defect.quote(name)));
      } else if (specs.contains(spec.get())) {
        defects.add(new Defect(LINE, name, "the column once", "it again"));
      } else {
        specs.add(spec.get());
      }
    }
    for (String needed : needed(part)) {
      if (!names.contains(needed)) {
        defects.add(new Defect(LINE, needed, "the column, which the file needs", "none"));
      }
    }
    return new Header(specs, defects);
  }

  private static List<String> needed(TablePart part) {
    return switch (part) {
      case ARCHITECTURES -> List.of("arch_str");
      case PROXIES_SUBSET -> List.of(ColumnSpec.DATASET);
      default -> List.of();
    };
  }

  private static Optional<TablePart> partWithHeader(List<String> names) {
    return Arrays.stream(TablePart.values())
        .filter(part -> part.columnNames().equals(names))
        .findFirst();
  }

  private static Header refused(TablePart part, String actual) {
    return new Header(List.of(), List.of(new Defect(LINE, null, expected(part), actual)));
  }

  private static String expected(TablePart part) {
    return "columns of " + part.stem() + ": " + String.join(",", part.columnNames());
  }
}
