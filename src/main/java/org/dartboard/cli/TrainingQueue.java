package org.dartboard.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dartboard.claim.Claim;
import org.dartboard.claim.ClaimKind;
import org.dartboard.io.DataFolders;
import org.dartboard.reproduce.TrainingOrder;
import org.dartboard.run.FinishedTraining;
import org.dartboard.run.Ledger;
import org.dartboard.run.Machine;
import org.dartboard.run.Provenance;
import org.dartboard.training.Training;
import org.dartboard.training.TrainingData;
import org.dartboard.training.TrainingFolder;
import org.dartboard.training.TrainingResult;
import org.dartboard.training.TrainingTask;
import picocli.CommandLine.Model.CommandSpec;

/** Works off the trainings that claims ask for and the ledger lacks. */
final class TrainingQueue {
  private final Engines engine;
  private final Output output;

  TrainingQueue(Engines engine, Output output) {
    this.engine = engine;
    this.output = output;
  }

  /**
   * Trains what is missing: cells that a claim lists, one seed of each first and from all over the
   * list, or those that its finished searches found.
   *
   * @param name a paper or a paper/claim
   */
  int run(String name, CommandSpec spec) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    List<Claim> claims =
        Catalogue.load().select(List.of(name)).stream()
            .filter(TrainingOrder::isAskedForBy)
            .toList();
    if (claims.isEmpty()) {
      throw new BadInputException(
          "'" + name + "' has no claim that trains cells; see 'dartboard claims list'");
    }
    Path home = Home.find().folder();
    Path ledger = Home.find().ledger();
    List<TrainingOrder> missing = missing(claims, Ledger.open(ledger));
    Listing listing =
        new Listing("arch", "seed", "validation_accuracy", "seconds", "engine", "threads");
    for (int position = 0; position < missing.size(); position++) {
      TrainingOrder order = missing.get(position);
      TrainingTask task = order.task();
      TrainingData data =
          order
              .images()
              .load(DataFolders.of(System.getenv(), home), task.recipe().imageSide(), false);
      Path folder = home.resolve("trainings").resolve(folderName(order));
      TrainingFolder place =
          TrainingFolder.open(folder, task, data, engine.label(), order.precision());
      String title =
          "training %d of %d, %s seed %d"
              .formatted(position + 1, missing.size(), task.cell().code(), task.seed());
      TrainingResult result;
      try (TrainingProgressLines progress = new TrainingProgressLines(title, err)) {
        result =
            new Training(
                    task, data, engine.supernets(order.precision()), Training.Validation.AT_END)
                .run(place, progress);
      }
      double seconds = place.seconds();
      Provenance provenance = Machine.training(result);
      // Opened anew each time: others may have written to the ledger during the hours in between.
      Ledger.open(ledger)
          .add(order.configuration(), provenance, line(task, result, seconds, provenance));
      listing.add(
          task.cell().toString(),
          task.seed(),
          result.validationAccuracy(),
          seconds,
          result.engine(),
          result.threads());
    }
    if (missing.isEmpty()) {
      boolean searched = claims.stream().anyMatch(claim -> claim.kind() == ClaimKind.SEARCH);
      err.println(
          searched
              ? "no training of '"
                  + name
                  + "' is missing of the searches that the ledger has;"
                  + " 'dartboard plan run' makes those that it lacks"
              : "the ledger has all trainings of '" + name + "'");
      err.flush();
    }
    output.print(listing);
    return ExitCode.DONE;
  }

  private static List<TrainingOrder> missing(List<Claim> claims, Ledger ledger) throws IOException {
    List<TrainingOrder> missing = new ArrayList<>();
    for (TrainingOrder order : TrainingOrder.of(claims, ledger)) {
      if (ledger.trainings(order.configuration()).stream().noneMatch(order::isMetBy)) {
        missing.add(order);
      }
    }
    return missing;
  }

  private static FinishedTraining line(
      TrainingTask task, TrainingResult result, double seconds, Provenance provenance) {
    return new FinishedTraining(
        task.cell(),
        task.seed(),
        result.trainingAccuracy(),
        result.validationLoss(),
        result.validationAccuracy(),
        seconds,
        provenance.id());
  }

  /** Precision is a part of the name, since a folder belongs to one configuration. */
  private String folderName(TrainingOrder order) {
    TrainingTask task = order.task();
    return "%s-%s-%d-claim-%s-%s-%d"
        .formatted(
            order.images().label(),
            task.cell().code(),
            task.recipe().epochs(),
            engine.label(),
            order.precision().label(),
            task.seed());
  }
}
