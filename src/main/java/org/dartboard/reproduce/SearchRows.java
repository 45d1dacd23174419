package org.dartboard.reproduce;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.dartboard.report.data.Profile;
import org.dartboard.report.data.SearchRow;
import org.dartboard.report.data.Worded;
import org.dartboard.run.Trial;

/**
 * The table of a page's searches: what each is, how many of its runs have ended, and their time.
 */
final class SearchRows {
  private static final double SECONDS = 3600;

  private SearchRows() {}

  static List<SearchRow> of(List<List<SharedArms.Placed>> groups) {
    List<SearchRow> rows = new ArrayList<>();
    for (SharedArms.Placed search : groups.stream().flatMap(List::stream).toList()) {
      SharedArm arm = search.arm();
      OptionalDouble seconds =
          arm.runs().runs().stream()
              .map(ArmRuns.Run::trial)
              .mapToDouble(Trial::wallSeconds)
              .average();
      rows.add(
          new SearchRow(
              arm.runs().arm().label(),
              arm.runs().arm().method(),
              SettingsText.of(
                  new TreeMap<>(SearchArms.settings(arm.runs().arm(), arm.profile())),
                  SearchArms.precisions(arm.runs().arm(), arm.profile()),
                  arm.profile()),
              Worded.parse(Profile.class, arm.profile().label()),
              arm.runs().runs().size(),
              arm.runs().planned(),
              seconds.isPresent() ? seconds.getAsDouble() / SECONDS : null));
    }
    return rows;
  }
}
