package org.dartboard.reproduce;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dartboard.run.Configuration;
import org.dartboard.search.supernet.Setting;
import org.dartboard.search.supernet.method.SupernetMethods;

/**
 * What the searches of one page are called: by their label in the claims and their epochs, with the
 * profile where the page has several, and with the settings that differ where that is still the
 * same for two. No two have one name.
 */
final class ArmNames {
  /** What the name says anyway, or what is no setting that a reader could have made. */
  private static final Set<String> UNNAMED =
      Set.of("profile", "scope", "engine", Setting.EPOCHS.label());

  /** What leaves a search one by its method's own settings. */
  private static final Set<Setting> LENGTH = Set.of(Setting.EPOCHS, Setting.WARM_UP_EPOCHS);

  private ArmNames() {}

  /** The names by the digests of the configurations. */
  static Map<String, String> of(Collection<SharedArm> arms, Comparisons comparisons) {
    boolean profiles = arms.stream().map(SharedArm::profile).distinct().count() > 1;
    Map<String, SharedArm> byDigest = new LinkedHashMap<>();
    arms.forEach(arm -> byDigest.put(arm.digest(), arm));
    Map<String, List<SharedArm>> byName = new LinkedHashMap<>();
    for (SharedArm arm : arms) {
      List<String> remedies = remedies(arm, byDigest, comparisons);
      // Drawings cut what is too long at its end, so the list comes last.
      String name =
          (remedies.isEmpty() ? arm.runs().arm().label() : title(arm))
              + ", "
              + epochs(arm)
              + (profiles ? ", " + arm.profile().label() : "")
              + (remedies.isEmpty() ? "" : ", settings of " + listed(remedies));
      byName.computeIfAbsent(name, unused -> new ArrayList<>()).add(arm);
    }
    Map<String, String> names = new LinkedHashMap<>();
    byName.forEach(
        (name, same) ->
            same.forEach(
                arm ->
                    names.put(
                        arm.digest(),
                        same.size() == 1 ? name : name + ", " + difference(arm, same))));
    return names;
  }

  private static String epochs(SharedArm arm) {
    int epochs = SearchArms.plan(arm.runs().arm(), arm.profile(), 0).epochs();
    return epochs == 1 ? "1 epoch" : epochs + " epochs";
  }

  private static String title(SharedArm arm) {
    return SupernetMethods.named(arm.runs().arm().method()).description().title();
  }

  /**
   * The searches whose settings a baseline has where several methods share it, so that its label
   * names but one of them; none for all others.
   */
  private static List<String> remedies(
      SharedArm arm, Map<String, SharedArm> arms, Comparisons comparisons) {
    List<SharedArm> remedies =
        comparisons.heldAgainst(arm.digest()).stream()
            .map(arms::get)
            .filter(Objects::nonNull)
            .filter(remedy -> !remedy.runs().arm().method().equals(arm.runs().arm().method()))
            .toList();
    boolean shared =
        remedies.stream().map(remedy -> remedy.runs().arm().method()).distinct().count() > 1;
    return shared && !ownSettings(arm) && comparisons.against(arm.digest()).isEmpty()
        ? remedies.stream().map(remedy -> remedy.runs().arm().label()).distinct().toList()
        : List.of();
  }

  private static boolean ownSettings(SharedArm arm) {
    Set<String> set =
        new LinkedHashSet<>(SearchArms.settings(arm.runs().arm(), arm.profile()).keySet());
    LENGTH.forEach(setting -> set.remove(setting.label()));
    return set.isEmpty();
  }

  private static String listed(List<String> names) {
    return names.size() == 1
        ? names.get(0)
        : String.join(", ", names.subList(0, names.size() - 1))
            + " and "
            + names.get(names.size() - 1);
  }

  /** The settings of one search that are not the same in all of some. */
  private static String difference(SharedArm arm, List<SharedArm> all) {
    Configuration own = arm.runs().configuration();
    Set<String> settings = new TreeSet<>();
    all.forEach(each -> settings.addAll(each.runs().configuration().settings().keySet()));
    settings.removeAll(UNNAMED);
    settings.removeIf(
        name ->
            all.stream()
                    .map(each -> each.runs().configuration().settings().getOrDefault(name, ""))
                    .distinct()
                    .count()
                == 1);
    boolean methods =
        all.stream().map(each -> each.runs().configuration().method()).distinct().count() > 1;
    String differing =
        settings.stream()
            .map(name -> name + " " + text(own.settings().getOrDefault(name, "as usual")))
            .collect(Collectors.joining(", "));
    String difference =
        methods ? own.method() + (differing.isEmpty() ? "" : ", " + differing) : differing;
    return difference.isEmpty() ? own.digest() : difference;
  }

  private static String text(String value) {
    try {
      return new BigDecimal(value).stripTrailingZeros().toPlainString();
    } catch (NumberFormatException e) {
      return value;
    }
  }
}
