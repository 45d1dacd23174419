package org.dartboard.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dartboard.claim.Claim;
import org.dartboard.claim.ClaimKind;
import org.dartboard.engine.Precision;
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

/** Works off the trainings that claims ask for and the ledger lacks. */
final class TrainingQueue implements SharedQueue.Pieces<TrainingOrder> {
  private final Engines engine;
  private final Optional<Precision> precision;
  private final String name;
  private final List<Claim> claims;
  private final PrintWriter err;
  private final Path home = Home.find().folder();
  private final Path ledger = Home.find().ledger();
  private final Listing listing =
      new Listing("arch", "seed", "validation_accuracy", "seconds", "engine", "threads");

  /**
   * @param precision what the engine is to store its tensors in; empty for the first that a claim
   *     allows and the engine has arithmetic for
   * @param name a paper or a paper/claim
   * @param err told how far the work is
   * @throws BadInputException if nothing of that name trains cells
   */
  TrainingQueue(Engines engine, Optional<Precision> precision, String name, PrintWriter err) {
    this.engine = engine;
    this.precision = precision;
    this.name = name;
    this.err = err;
    claims =
        Catalogue.load().select(List.of(name)).stream()
            .filter(TrainingOrder::isAskedForBy)
            .toList();
    if (claims.isEmpty()) {
      throw new BadInputException(
          "'" + name + "' has no claim that trains cells; see 'dartboard claims list'");
    }
  }

  /**
   * Trains what is missing: cells that a claim lists, one seed of each first and from all over the
   * list, or those that its finished searches found.
   *
   * @param output gets a line for each training
   * @return the command's exit code
   */
  int run(Output output) throws IOException {
    claims.forEach(this::requireAllowed);
    if (open().isEmpty()) {
      err.println(nothingMissing());
      err.flush();
    } else {
      RealImages.require(folders(), RealImages.FOR_CLAIMS);
    }
    SharedQueue.Outcome outcome = new SharedQueue<>(trainings().resolve("locks"), this, err).run();
    output.print(listing);
    return outcome.exitCode();
  }

  private String nothingMissing() {
    boolean searched = claims.stream().anyMatch(claim -> claim.kind() == ClaimKind.SEARCH);
    return searched
        ? "no training of '"
            + name
            + "' is missing of the searches that the ledger has;"
            + " 'dartboard plan run' makes those that it lacks"
        : "the ledger has all trainings of '" + name + "'";
  }

  @Override
  public List<TrainingOrder> open() throws IOException {
    Ledger finished = Ledger.open(ledger);
    List<TrainingOrder> missing = new ArrayList<>();
    for (TrainingOrder order : TrainingOrder.of(claims, finished)) {
      if (order.finished(finished).isEmpty()) {
        missing.add(order);
      }
    }
    return missing;
  }

  private void requireAllowed(Claim claim) {
    List<Precision> allowed = TrainingOrder.precisions(claim);
    if (precision.isPresent() && !allowed.contains(precision.get())) {
      throw new BadInputException(
          "%s counts no training in %s, only in %s"
              .formatted(
                  claim.reference(),
                  precision.get().label(),
                  allowed.stream().map(Precision::label).collect(Collectors.joining(" or "))));
    }
  }

  private Precision precision(TrainingOrder order) {
    return precision.orElseGet(() -> engine.first(order.precisions()));
  }

  /** Precision is a part of the name, since a folder belongs to one configuration. */
  @Override
  public String name(TrainingOrder order) {
    TrainingTask task = order.task();
    return "%s-%s-%d-claim-%s-%s-%d"
        .formatted(
            order.images().label(),
            task.cell().code(),
            task.recipe().epochs(),
            engine.label(),
            precision(order).label(),
            task.seed());
  }

  @Override
  public Path folder(TrainingOrder order) {
    return trainings().resolve(name(order));
  }

  @Override
  public boolean work(TrainingOrder order, List<TrainingOrder> left) throws IOException {
    TrainingTask task = order.task();
    TrainingData data = order.images().load(folders(), task.recipe().imageSide(), false);
    TrainingFolder place =
        TrainingFolder.open(folder(order), task, data, engine.label(), precision(order));
    String title =
        "training %s seed %d, %d are left".formatted(task.cell().code(), task.seed(), left.size());
    TrainingResult result;
    try (TrainingProgressLines progress = new TrainingProgressLines(title, err)) {
      result =
          new Training(task, data, engine.supernets(precision(order)), Training.Validation.AT_END)
              .run(place, progress);
    }
    double seconds = place.seconds();
    Provenance provenance = Machine.training(result);
    // Opened anew: others may have written to the ledger during the hours in between.
    Ledger.open(ledger)
        .add(
            order.configuration(precision(order)),
            provenance,
            line(task, result, seconds, provenance));
    listing.add(
        task.cell().toString(),
        task.seed(),
        result.validationAccuracy(),
        seconds,
        result.engine(),
        result.threads());
    return true;
  }

  private DataFolders folders() {
    return DataFolders.of(System.getenv(), home);
  }

  private Path trainings() {
    return home.resolve("trainings");
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
}
