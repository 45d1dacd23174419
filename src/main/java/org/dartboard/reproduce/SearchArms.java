package org.dartboard.reproduce;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.dartboard.claim.Profile;
import org.dartboard.claim.SearchArm;
import org.dartboard.run.Configuration;
import org.dartboard.run.FinishedSearch;
import org.dartboard.search.supernet.SearchPlan;
import org.dartboard.search.supernet.SearchTrial;
import org.dartboard.search.supernet.Setting;
import org.dartboard.search.supernet.SupernetMethod;
import org.dartboard.search.supernet.SupernetProfile;
import org.dartboard.search.supernet.method.SupernetMethods;

/**
 * Which search an arm of a claim is in a profile.
 *
 * <p>Claims rest on searches by the engine onednn with the random streams of {@code dartboard
 * search}: equal arms of different claims are the same search.
 */
final class SearchArms {
  static final String ENGINE = "onednn";
  private static final String USUAL_PRECISION = "fp32";

  /** What the profile smoke decides alone, however an arm is set. */
  private static final Set<Setting> SIZE =
      Set.of(Setting.WIDTH, Setting.EPOCHS, Setting.BATCH_SIZE, Setting.WARM_UP_EPOCHS);

  private SearchArms() {}

  /** One search of an arm. */
  static SearchPlan plan(SearchArm arm, Profile profile, long seed) {
    return plan(arm.method(), settings(arm, profile), precision(arm, profile), profile, seed);
  }

  /** One search by a method under some settings, in fp32. */
  static SearchPlan plan(String method, Map<String, Double> settings, Profile profile, long seed) {
    return plan(method, settings, USUAL_PRECISION, profile, seed);
  }

  /** One search by a method under some settings. */
  static SearchPlan plan(
      String method, Map<String, Double> settings, String precision, Profile profile, long seed) {
    SupernetMethod chosen = SupernetMethods.named(method);
    return chosen.plan(
        new SearchTrial(supernet(profile), seed, "search " + chosen.name(), ENGINE, precision),
        settings);
  }

  /** By what the ledger knows the searches of an arm. */
  static Configuration configuration(SearchArm arm, Profile profile) {
    return FinishedSearch.configuration(plan(arm, profile, 0).configuration());
  }

  /** What an arm is set to in a profile; the method's own values hold for the rest. */
  static Map<String, Double> settings(SearchArm arm, Profile profile) {
    Map<String, Double> settings = new LinkedHashMap<>(arm.settings());
    if (profile == Profile.DESK) {
      settings.putAll(arm.desk());
    } else if (profile == Profile.SMOKE) {
      SIZE.forEach(setting -> settings.remove(setting.label()));
    }
    return settings;
  }

  /** What an arm's tensors are stored in; not every processor has what smoke runs on everywhere. */
  static String precision(SearchArm arm, Profile profile) {
    return profile == Profile.SMOKE ? USUAL_PRECISION : arm.precision();
  }

  private static SupernetProfile supernet(Profile profile) {
    return switch (profile) {
      case SMOKE -> SupernetProfile.SMOKE;
      case DESK -> SupernetProfile.DESK;
      case PAPER -> SupernetProfile.PAPER;
    };
  }
}
