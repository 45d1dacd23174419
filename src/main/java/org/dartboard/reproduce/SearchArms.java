package org.dartboard.reproduce;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dartboard.claim.Profile;
import org.dartboard.claim.SearchArm;
import org.dartboard.engine.Precision;
import org.dartboard.run.Configuration;
import org.dartboard.run.FinishedSearch;
import org.dartboard.run.Ledger;
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

  /** What the profile smoke decides alone, however an arm is set. */
  private static final Set<Setting> SIZE =
      Set.of(Setting.WIDTH, Setting.EPOCHS, Setting.BATCH_SIZE, Setting.WARM_UP_EPOCHS);

  private SearchArms() {}

  /** One search of an arm, in the preferred precision. */
  static SearchPlan plan(SearchArm arm, Profile profile, long seed) {
    return plan(arm, profile, precisions(arm, profile).get(0), seed);
  }

  /** One search of an arm. */
  static SearchPlan plan(SearchArm arm, Profile profile, Precision precision, long seed) {
    return plan(arm.method(), settings(arm, profile), profile, precision, seed);
  }

  /** One search by a method under some settings. */
  static SearchPlan plan(
      String method,
      Map<String, Double> settings,
      Profile profile,
      Precision precision,
      long seed) {
    SupernetMethod chosen = SupernetMethods.named(method);
    return chosen.plan(
        new SearchTrial(
            supernet(profile), seed, "search " + chosen.name(), ENGINE, precision.label()),
        settings);
  }

  /** By what the ledger knows the searches of an arm in the preferred precision. */
  static Configuration configuration(SearchArm arm, Profile profile) {
    return configuration(arm, profile, precisions(arm, profile).get(0));
  }

  /** By what the ledger knows the searches of an arm. */
  static Configuration configuration(SearchArm arm, Profile profile, Precision precision) {
    return configuration(arm.method(), settings(arm, profile), profile, precision);
  }

  /** By what the ledger knows searches by a method under some settings. */
  static Configuration configuration(
      String method, Map<String, Double> settings, Profile profile, Precision precision) {
    return FinishedSearch.configuration(
        plan(method, settings, profile, precision, 0).configuration());
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

  /** What the tensors of an arm's searches may be stored in, the preferred first. */
  static List<Precision> precisions(SearchArm arm, Profile profile) {
    if (arm.precision() != null && profile != Profile.SMOKE) {
      return List.of(Precision.named(arm.precision()));
    }
    return SupernetMethods.named(arm.method()).finiteDifferences()
        ? List.of(Precision.FP32)
        : usual(profile);
  }

  /**
   * What a profile stores tensors in where a claim does not say, the preferred first.
   *
   * <p>Smoke runs on processors that have nothing but fp32. At full size searches in bf16 take half
   * the time of those in fp32, and the claims {@code precision} hold both against each other.
   */
  static List<Precision> usual(Profile profile) {
    return profile == Profile.PAPER
        ? List.of(Precision.BF16, Precision.FP32)
        : List.of(Precision.FP32);
  }

  /**
   * The precision in which searches count, all of them in one: that of which the ledger has most;
   * of equals the preferred.
   *
   * @param allowed the preferred first
   * @param planned how many seeds count
   */
  static Precision counted(
      Ledger ledger,
      String method,
      Map<String, Double> settings,
      Profile profile,
      List<Precision> allowed,
      long planned)
      throws IOException {
    Precision counted = allowed.get(0);
    int most = 0;
    for (Precision precision : allowed) {
      Configuration configuration = configuration(method, settings, profile, precision);
      int runs = ledger.trials(configuration).headMap(planned).size();
      if (runs > most) {
        counted = precision;
        most = runs;
      }
    }
    return counted;
  }

  private static SupernetProfile supernet(Profile profile) {
    return switch (profile) {
      case SMOKE -> SupernetProfile.SMOKE;
      case DESK -> SupernetProfile.DESK;
      case PAPER -> SupernetProfile.PAPER;
    };
  }
}
