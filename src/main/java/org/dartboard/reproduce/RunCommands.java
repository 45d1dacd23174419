package org.dartboard.reproduce;

import java.util.List;
import java.util.stream.Collectors;
import org.dartboard.claim.Claim;
import org.dartboard.claim.Procedure;
import org.dartboard.claim.Profile;

/** The commands that make the runs which a claim reads from files, in their order. */
final class RunCommands {
  private RunCommands() {}

  /**
   * None where a claim needs no runs.
   *
   * @param profile of the runs; those of desk are what the commands make unless told otherwise
   */
  static List<String> of(Claim claim, Profile profile) {
    String trainings = "scripts/dartboard train --claim " + claim.reference();
    if (claim.procedure() instanceof Procedure.SupernetSearch search) {
      String searches =
          "scripts/dartboard plan run --claim "
              + claim.reference()
              + (profile == Profile.PAPER ? " --profile paper" : "");
      return search.retrains() ? List.of(searches, trainings) : List.of(searches);
    }
    if (claim.procedure() instanceof Procedure.Benchmark benchmark) {
      return List.of(
          "mvn verify -Pjmh -DskipTests -Djmh.name=%s -Djmh.rounds=%d -Djmh.args=\"%s\""
              .formatted(benchmark.run(), claim.profiles().desk().runs(), benchmark.arguments()));
    }
    return claim.procedure() instanceof Procedure.Training ? List.of(trainings) : List.of();
  }

  /** The same in a sentence, each command in quotation marks. */
  static String named(Claim claim, Profile profile) {
    return of(claim, profile).stream()
        .map(command -> "'" + command + "'")
        .collect(Collectors.joining(" and then "));
  }
}
