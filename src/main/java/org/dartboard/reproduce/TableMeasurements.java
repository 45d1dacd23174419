package org.dartboard.reproduce;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.dartboard.claim.Claim;
import org.dartboard.claim.Measured;
import org.dartboard.claim.Procedure;
import org.dartboard.claim.Target;
import org.dartboard.report.data.Entry;
import org.dartboard.space.CanonicalForm;
import org.dartboard.space.Cell;
import org.dartboard.space.FunctionalForm;
import org.dartboard.statistics.Correlation;
import org.dartboard.table.Nb201Table;

/** Measures the procedures that only read the table. */
final class TableMeasurements {
  /** Half a unit of the second decimal, to which papers round, and room for binary fractions. */
  private static final double ROUNDING = 0.005 + 1e-9;

  private final CellFigures figures;

  TableMeasurements(CellFigures figures) {
    this.figures = figures;
  }

  Measurements lookup(Claim claim, Procedure.Lookup procedure) {
    Cell cell = Cell.parse(procedure.architecture());
    return Measurements.ofTable(
        claim.targets().stream()
            .map(target -> Measured.exact(target, figures.of(cell, CellFigures.column(target))))
            .toList(),
        List.of(),
        cellEntries(cell));
  }

  Measurements optimum(Claim claim) {
    List<Measured> measured = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    for (Target target : claim.targets()) {
      measured.add(Measured.exact(target, figures.best(CellFigures.column(target))));
      int best = figures.indexOfBest(CellFigures.column(target));
      entries.add(
          new Entry(
              "best by " + CellFigures.column(target),
              "index " + best + ", " + figures.table().cell(best)));
    }
    return Measurements.ofTable(measured, List.of(), entries);
  }

  Measurements isomorphismCount(Claim claim) {
    Set<CanonicalForm> isomorphic = new HashSet<>();
    Set<FunctionalForm> functions = new HashSet<>();
    for (int ordinal = 0; ordinal < Cell.COUNT; ordinal++) {
      isomorphic.add(CanonicalForm.of(new Cell(ordinal)));
      functions.add(FunctionalForm.of(new Cell(ordinal)));
    }
    long agreeing =
        IntStream.range(0, Nb201Table.SIZE).filter(this::agreesWithRepresentative).count();
    return Measurements.ofTable(
        claim.targets().stream().map(target -> Measured.exact(target, isomorphic.size())).toList(),
        List.of(),
        List.of(
            new Entry("cells", Integer.toString(Cell.COUNT)),
            new Entry("isomorphism classes, computed here", Integer.toString(isomorphic.size())),
            new Entry("cells whose class is also the table's", Long.toString(agreeing)),
            new Entry(
                "different functions, where sums are flattened and zeros dropped",
                Integer.toString(functions.size()))));
  }

  Measurements correlation(Claim claim, Procedure.CorrelationOfColumns procedure) {
    double[] x = figures.all(procedure.x());
    double[] y = figures.all(procedure.y());
    List<Measured> measured = new ArrayList<>();
    for (Target target : claim.targets()) {
      OptionalDouble value =
          switch (target.quantity()) {
            case PEARSON -> Correlation.pearson(x, y);
            case SPEARMAN -> Correlation.spearman(x, y);
            case KENDALL -> Correlation.kendall(x, y);
            default ->
                throw new IllegalArgumentException(
                    target.name() + " asks for " + target.quantity().label() + ", no correlation");
          };
      measured.add(Measured.exact(target, value.orElse(Double.NaN)));
    }
    return Measurements.ofTable(
        measured,
        List.of(AgreementChart.of(procedure, x, y)),
        List.of(
            new Entry("x", procedure.x().toString()),
            new Entry("y", procedure.y().toString()),
            new Entry("architectures", Integer.toString(x.length))));
  }

  Measurements identifyCell(Claim claim, Procedure.IdentifyCell procedure) {
    List<Measured> measured = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    for (Procedure.Sighting sighting : procedure.cells()) {
      List<Integer> matches =
          IntStream.range(0, Nb201Table.SIZE)
              .filter(index -> hasFigures(figures.table().cell(index), sighting))
              .boxed()
              .toList();
      entries.add(
          new Entry(
              sighting.label(),
              matches.stream()
                  .map(index -> "index " + index + ", " + figures.table().cell(index))
                  .reduce((one, other) -> one + "; " + other)
                  .orElse("no architecture has these figures")));
      claim.targets().stream()
          .filter(target -> target.label().equals(sighting.label()))
          .forEach(target -> measured.add(Measured.exact(target, matches.size())));
    }
    return Measurements.ofTable(measured, List.of(), entries);
  }

  Measurements gapToOptimum(Claim claim, Procedure.GapToOptimum procedure) {
    Cell cell = Cell.parse(procedure.architecture());
    return Measurements.ofTable(
        claim.targets().stream()
            .map(
                target ->
                    Measured.exact(
                        target,
                        figures.best(CellFigures.column(target))
                            - figures.of(cell, CellFigures.column(target))))
            .toList(),
        List.of(),
        cellEntries(cell));
  }

  private boolean agreesWithRepresentative(int index) {
    Nb201Table table = figures.table();
    return CanonicalForm.of(table.cell(index))
        .equals(CanonicalForm.of(table.cell(table.isomorphismRepresentative(index))));
  }

  private boolean hasFigures(Cell cell, Procedure.Sighting sighting) {
    return sighting.figures().stream()
        .allMatch(
            figure -> Math.abs(figures.of(cell, figure.column()) - figure.value()) <= ROUNDING);
  }

  private List<Entry> cellEntries(Cell cell) {
    return List.of(
        new Entry("architecture", cell.toString()),
        new Entry("index", Integer.toString(figures.table().index(cell))));
  }
}
