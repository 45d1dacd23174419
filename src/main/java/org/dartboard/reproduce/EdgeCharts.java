package org.dartboard.reproduce;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dartboard.report.curves.ColumnWords;
import org.dartboard.report.curves.SearchCharts;
import org.dartboard.report.curves.SearchSheet;
import org.dartboard.report.data.Chart;
import org.dartboard.run.EpochTable;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;

/**
 * What a search decided edge by edge: p of every operation, and q where the method has it, of the
 * first seed of an arm. A mean over seeds would hide that they decide differently.
 */
final class EdgeCharts {
  private EdgeCharts() {}

  /**
   * At most one chart of p and one of q.
   *
   * @param number what tells the charts of several arms apart
   */
  static List<Chart> of(int number, ArmRuns arm) {
    if (arm.runs().isEmpty()) {
      return List.of();
    }
    ArmRuns.Run first = arm.runs().get(0);
    if (first.log().epochs().isEmpty()) {
      return List.of();
    }
    String whose = ": " + arm.arm().label() + ", seed " + first.trial().seed();
    List<SearchSheet> sheet = List.of(sheet(first.log()));
    List<Chart> charts = new ArrayList<>();
    Optional<Chart> p =
        SearchCharts.operationWeights(
            "edges-" + number, ColumnWords.of("p").title() + whose, sheet);
    Optional<Chart> q =
        SearchCharts.edgeWeights(
            "edge-weights-" + number, ColumnWords.of("q").title() + whose, sheet);
    p.ifPresent(charts::add);
    q.ifPresent(charts::add);
    return charts;
  }

  private static SearchSheet sheet(EpochTable log) {
    Map<String, double[]> columns = new LinkedHashMap<>();
    columns.put(
        EpochTable.EPOCH, log.epochs().stream().mapToDouble(Integer::doubleValue).toArray());
    List<double[]> p = log.operationWeights();
    for (Edge edge : Edge.all()) {
      String name = edge.source() + "-" + edge.target();
      for (Operation operation : Operation.values()) {
        int place = edge.ordinal() * Operation.COUNT + operation.code();
        columns.put(
            "p_" + name + "_" + operation.label(),
            p.stream().mapToDouble(line -> line[place]).toArray());
      }
      columns.put("q_" + name, log.numbers("q_" + name));
    }
    return SearchSheet.of("search", columns);
  }
}
