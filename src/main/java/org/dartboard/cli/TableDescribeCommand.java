package org.dartboard.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dartboard.space.CanonicalForm;
import org.dartboard.table.AccuracyKey;
import org.dartboard.table.Dataset;
import org.dartboard.table.Manifest;
import org.dartboard.table.NamedColumns;
import org.dartboard.table.Nb201Table;
import org.dartboard.table.TablePart;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dartboard table describe}: what the table holds, or all it has on one architecture. */
@Command(
    name = "describe",
    mixinStandardHelpOptions = true,
    description = {
      "Without an architecture: which files and columns the table has. With one: everything that"
          + " the table has on it."
    })
final class TableDescribeCommand implements Callable<Integer> {
  @ArgGroup(multiplicity = "0..1")
  private @Nullable ArchitectureOption architecture;

  @Option(
      names = "--digests",
      description = "Print the manifest instead: CSV with the digest of every column.")
  private boolean digests;

  @Mixin private TableAccess tables = new TableAccess();

  @Mixin private Output output = new Output(OutputFormat.TEXT);

  @Override
  public Integer call() {
    Nb201Table table = tables.load(TablePart.all());
    if (digests) {
      if (!table.source().published()) {
        throw new BadInputException("only the published table has a manifest of its columns");
      }
      output.writer().print(Manifest.of(table).text());
      output.writer().flush();
    } else if (architecture != null) {
      output.print(TableAccess.marked(architecture(table, architecture.in(table)), table));
    } else {
      output.print(TableAccess.marked(files(table), table));
    }
    return ExitCode.DONE;
  }

  private static Listing files(Nb201Table table) {
    Listing listing = new Listing("file", "state", "columns");
    for (TablePart part : TablePart.values()) {
      listing.add(
          part.stem(),
          table.has(part) ? "checked" : "absent",
          String.join(" ", table.has(part) ? table.columnNames(part) : part.columnNames()));
    }
    return listing;
  }

  private static Listing architecture(Nb201Table table, int index) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("index", index);
    facts.put("arch", table.cell(index).toString());
    facts.put("op code", table.cell(index).code());
    facts.put("canonical form", CanonicalForm.of(table.cell(index)).expression());
    facts.put("isomorphic to index", table.isomorphismRepresentative(index));
    if (table.has(TablePart.ACCURACIES)) {
      for (AccuracyKey key : AccuracyKey.all()) {
        facts.put(key + ", accuracy %", table.column(key).get(index));
      }
    }
    for (Dataset dataset : Dataset.values()) {
      facts.put(dataset + ", parameters", table.costs().parameters(index, dataset));
      facts.put(dataset + ", multiply-adds", table.costs().flops(index, dataset));
      if (table.has(TablePart.COSTS)) {
        facts.put(dataset + ", s/epoch", table.costs().secondsPerEpoch(index, dataset));
      }
    }
    if (table.has(TablePart.COSTS)) {
      facts.put("stored parameters are wrong upstream", table.costs().parametersMismatch(index));
      facts.put("stored FLOPs are wrong upstream", table.costs().flopsMismatch(index));
    }
    if (table.has(TablePart.LATENCIES)) {
      addNamed(facts, "latency ms, ", table.latencies(), index);
    }
    if (table.has(TablePart.LATENCIES_SUBSET)) {
      addNamed(facts, "latency ms, ", table.latenciesOfSubset(), index);
    }
    if (table.has(TablePart.PROXIES)) {
      addNamed(facts, "proxy, ", table.proxies(), index);
    }
    Listing listing = new Listing("what", "value");
    facts.forEach(listing::add);
    return listing;
  }

  private static void addNamed(
      Map<String, Object> facts, String prefix, NamedColumns columns, int index) {
    for (String name : columns.names()) {
      columns.get(index, name).ifPresent(value -> facts.put(prefix + name, value));
    }
  }
}
