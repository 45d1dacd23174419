package org.dartboard.claim;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dartboard.space.Cell;
import org.dartboard.space.CellSyntaxException;
import tools.jackson.databind.JsonNode;

/**
 * What a schema cannot say about a claim file: names that must agree, numbers that bound each
 * other, columns that the benchmark has.
 *
 * <p>It works on the tree, not on the claims, so that its findings come together with those of the
 * schema; parts of a wrong form are the schema's and are passed over here.
 */
final class ClaimChecks {
  private final YamlDocument document;
  private final String folder;
  private final Set<String> methods;
  private final SearchSettingsCheck searches;

  ClaimChecks(
      YamlDocument document, String folder, Set<String> methods, SearchSettingsCheck searches) {
    this.document = document;
    this.folder = folder;
    this.methods = methods;
    this.searches = searches;
  }

  void check() {
    JsonNode id = document.tree().at("/paper/id");
    if (id.isString() && !id.asString().equals(folder)) {
      document.report("/paper/id", ClaimSchema.shown(id), "the name of the folder, " + folder);
    }
    JsonNode claims = document.tree().path("claims");
    unique(claims, "/claims", "/id", "each identifier once");
    for (int i = 0; i < claims.size(); i++) {
      claim(claims.path(i), "/claims/" + i);
    }
  }

  private void claim(JsonNode claim, String place) {
    targets(claim, place);
    columns(claim, place);
    procedure(claim.path("procedure"), place + "/procedure");
    if (claim.at("/procedure/type").asString("").equals("supernet-search")) {
      new SearchChecks(document, searches).check(claim, place);
    }
    new BenchmarkChecks(document).check(claim, place);
    runs(claim, place);
    labels(claim, place);
  }

  private void targets(JsonNode claim, String place) {
    JsonNode targets = claim.path("targets");
    String type = claim.at("/procedure/type").asString("");
    boolean search = type.equals("table-search") || type.equals("supernet-search");
    String rule = claim.at("/rule/type").asString("");
    boolean permutation = claim.at("/rule/test").asString("").equals("permutation");
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < targets.size(); i++) {
      JsonNode target = targets.path(i);
      String at = place + "/targets/" + i;
      boolean published = target.has("published");
      boolean reference = target.has("reference");
      if (rule.equals("exact") && !published) {
        document.report(at + "/published", "nothing", "the figure that the rule compares with");
      }
      if (rule.equals("equivalence") && !published && !reference) {
        document.report(
            at + "/published", "nothing", "the figure that the rule compares with, or a reference");
      }
      if (rule.equals("direction") && permutation && !reference) {
        document.report(at + "/reference", "nothing", "the runs that the test compares with");
      }
      JsonNode family = target.at("/published/family");
      if (search && family.isString() && !family.asString().equals("searched-on-cifar10")) {
        document.report(
            at + "/published/family",
            ClaimSchema.shown(family),
            "searched-on-cifar10, since that is what these searches do");
      }
      String name =
          target.path("label").asString("")
              + '\n'
              + target.path("quantity").asString("")
              + '\n'
              + columnName(target);
      Integer before = seen.putIfAbsent(name, i);
      if (before != null) {
        document.report(
            at, "the label, quantity and column of targets[" + before + "]", "each target once");
      }
    }
  }

  private void columns(JsonNode claim, String place) {
    for (String list : new String[] {"targets", "context"}) {
      JsonNode entries = claim.path(list);
      for (int i = 0; i < entries.size(); i++) {
        JsonNode target = entries.path(i);
        String at = place + "/" + list + "/" + i;
        column(target, at);
        spread(target.path("published"), at + "/published");
        // A column is whole or absent.
        if (target.has("dataset") || target.has("split") || target.has("epochs")) {
          for (String key : new String[] {"dataset", "split", "epochs"}) {
            if (!target.has(key)) {
              document.report(at + "/" + key, "nothing", "dataset, split and epochs together");
            }
          }
        }
      }
    }
  }

  private void spread(JsonNode published, String place) {
    if (published.has("spread") && !published.has("spreadMeaning")) {
      document.report(
          place + "/spreadMeaning", "nothing", "what the spread is, unknown if need be");
    }
  }

  private void procedure(JsonNode procedure, String place) {
    column(procedure.path("x"), place + "/x");
    column(procedure.path("y"), place + "/y");
    column(procedure.path("column"), place + "/column");
    unique(procedure.path("architectures"), place + "/architectures", "/code", "each cell once");
    unique(procedure.path("cells"), place + "/cells", "/label", "each label once");
    unique(procedure.path("variants"), place + "/variants", "/label", "each label once");
    method(procedure.path("method"), place + "/method");
    JsonNode several = procedure.path("methods");
    for (int i = 0; i < several.size(); i++) {
      method(several.path(i), place + "/methods/" + i);
    }
    JsonNode cells = procedure.path("cells");
    for (int i = 0; i < cells.size(); i++) {
      JsonNode figures = cells.path(i).path("figures");
      for (int j = 0; j < figures.size(); j++) {
        String at = place + "/cells/" + i + "/figures/" + j + "/column";
        column(figures.path(j).path("column"), at);
      }
    }
    JsonNode architecture = procedure.path("architecture");
    if (architecture.isString()) {
      try {
        Cell.parse(architecture.asString());
      } catch (CellSyntaxException e) {
        document.report(
            place + "/architecture",
            ClaimSchema.shown(architecture),
            "an architecture string (" + e.getMessage() + ")");
      }
    }
  }

  private void method(JsonNode method, String place) {
    if (method.isString() && !methods.contains(method.asString())) {
      document.report(
          place,
          ClaimSchema.shown(method),
          "a registered method: " + String.join(", ", new TreeSet<>(methods)));
    }
  }

  private void column(JsonNode column, String place) {
    String dataset = column.path("dataset").asString("");
    JsonNode split = column.path("split");
    if (split.isString()
        && !Column.splitsOf(dataset).isEmpty()
        && !Column.splitsOf(dataset).contains(split.asString())) {
      document.report(
          place + "/split",
          ClaimSchema.shown(split),
          "a split that " + dataset + " has: " + String.join(", ", Column.splitsOf(dataset)));
    }
  }

  private void runs(JsonNode claim, String place) {
    JsonNode minimum = claim.at("/rule/minimumRuns");
    JsonNode paper = claim.at("/profiles/paper/runs");
    if (!minimum.isInt() || !paper.isInt()) {
      return;
    }
    int runs = paper.asInt();
    String reason = "the runs of the profile paper, ";
    JsonNode decideAt = claim.at("/procedure/decideAt");
    if (decideAt.isInt() && decideAt.asInt() > 0) {
      runs = runs / 2 / decideAt.asInt();
      reason = "the groups that half the runs of the profile paper make, ";
    }
    if (minimum.asInt() > runs) {
      document.report(
          place + "/rule/minimumRuns", ClaimSchema.shown(minimum), "up to " + reason + runs);
    }
  }

  /** Where a procedure has entries of its own, each target must stand for one of them. */
  private void labels(JsonNode claim, String place) {
    Set<String> allowed = new TreeSet<>();
    JsonNode procedure = claim.path("procedure");
    for (JsonNode measure : procedure.path("measures")) {
      allowed.add(measure.path("label").asString(""));
    }
    for (JsonNode cell : procedure.path("cells")) {
      allowed.add(cell.path("label").asString(""));
    }
    for (JsonNode method : procedure.path("methods")) {
      for (JsonNode variant : procedure.path("variants")) {
        allowed.add(
            Procedure.Sensitivity.targetLabel(
                method.asString(""), variant.path("label").asString("")));
      }
    }
    if (allowed.isEmpty()) {
      return;
    }
    Set<String> missing = new TreeSet<>(allowed);
    JsonNode targets = claim.path("targets");
    for (int i = 0; i < targets.size(); i++) {
      JsonNode label = targets.path(i).path("label");
      missing.remove(label.asString(""));
      if (!allowed.contains(label.asString(""))) {
        document.report(
            place + "/targets/" + i + "/label",
            ClaimSchema.shown(label),
            "an entry of the procedure: " + String.join("; ", allowed));
      }
    }
    for (String label : missing) {
      document.report(place + "/targets", "no target '" + label + "'", "one for every entry");
    }
  }

  /**
   * Reports entries of a list that have the same value.
   *
   * @param place the list's, which ends with its name
   * @param key of the value in an entry
   */
  private void unique(JsonNode entries, String place, String key, String allowed) {
    String list = place.substring(place.lastIndexOf('/') + 1);
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      JsonNode value = entries.path(i).at(key);
      Integer before = value.isString() ? seen.putIfAbsent(value.asString(), i) : null;
      if (before != null) {
        document.report(
            place + "/" + i + key,
            ClaimSchema.shown(value) + ", as " + list + "[" + before + "] has",
            allowed);
      }
    }
  }

  private static String columnName(JsonNode column) {
    return column.path("dataset").asString("")
        + ' '
        + column.path("split").asString("")
        + ' '
        + column.path("epochs").asString("");
  }
}
