package org.dartboard.run;

import java.util.List;
import java.util.Optional;
import org.dartboard.space.Cell;
import org.jspecify.annotations.Nullable;

/** What a repetition of a search does differently from the first, in words. */
final class SearchConflict {
  private SearchConflict() {}

  /**
   * The difference between an earlier search and one of the same configuration and seed.
   *
   * @param place where the earlier one is
   * @param log of the earlier one; null where it is lost
   */
  static Optional<String> between(
      String place, Trial earlier, @Nullable EpochTable log, FinishedSearch now) {
    String name =
        "%s, seed %d (configuration %s)"
            .formatted(now.configuration().method(), earlier.seed(), now.configuration().digest());
    if (!earlier.agreesWith(now.trial())) {
      return Optional.of(
          "%s: %s has cell %s after %d steps, %s has %s after %d"
              .formatted(
                  name,
                  place,
                  code(earlier.cell()),
                  earlier.evaluations(),
                  now.folder(),
                  code(now.trial().cell()),
                  now.trial().evaluations()));
    }
    if (log == null) {
      return Optional.of(
          "%s: %s has the trial but not its log; delete its line to add %s"
              .formatted(name, place, now.folder()));
    }
    return logs(log, now.epochs())
        .map(difference -> difference.formatted(name, place, now.folder()));
  }

  /** The first difference of two logs, with places for a name and for both places. */
  private static Optional<String> logs(EpochTable earlier, EpochTable now) {
    if (!earlier.epochs().equals(now.epochs())) {
      return Optional.of("%s: the log of %s has other epochs than that of %s");
    }
    for (String column : earlier.columns()) {
      // A column that only one log has says nothing: a newer program may log more.
      List<String> before = earlier.texts(column);
      List<String> after = now.has(column) ? now.texts(column) : before;
      for (int line = 0; line < before.size(); line++) {
        if (!before.get(line).equals(after.get(line))) {
          return Optional.of(
              "%s: in epoch "
                  + earlier.epochs().get(line)
                  + " the column "
                  + column
                  + " is '"
                  + before.get(line)
                  + "' in %s, '"
                  + after.get(line)
                  + "' in %s");
        }
      }
    }
    return Optional.empty();
  }

  private static String code(@Nullable Cell cell) {
    return cell == null ? "none" : cell.code();
  }
}
