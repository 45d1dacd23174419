package org.dartboard.reproduce;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.dartboard.claim.Claim;
import org.dartboard.claim.ClaimCatalogue;
import org.dartboard.claim.Procedure;
import org.dartboard.claim.Profile;
import org.dartboard.claim.SearchArm;
import org.dartboard.engine.Precision;
import org.dartboard.io.AtomicFiles;
import org.dartboard.io.TextFiles;
import org.dartboard.run.Configuration;
import org.dartboard.run.Ledger;
import org.dartboard.run.Trial;
import org.dartboard.search.supernet.SearchPlan;

/**
 * The searches that claims need, in the order in which they are to be run: what most claims need
 * first, among those what takes least time.
 *
 * <p>The plan follows from the claim files; {@code reproductions/plan.csv} is its committed form,
 * and what has been run is read from the ledger, never from the plan.
 *
 * @param searches in order
 */
public record ReproductionPlan(List<PlannedSearch> searches) {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
  private static final List<String> COLUMNS =
      List.of("method", "settings", "profile", "seeds", "hours_each", "hours", "claims");
  private static final Comparator<PlannedSearch> ORDER =
      Comparator.comparing((PlannedSearch search) -> search.profile())
          .thenComparing(search -> -search.claims().size())
          .thenComparing(search -> search.seeds() * search.hours())
          .thenComparing(PlannedSearch::method)
          .thenComparing(PlannedSearch::settingsText);

  public ReproductionPlan {
    searches = List.copyOf(searches);
  }

  /** The plan that all claims come to in a profile. */
  public static ReproductionPlan of(ClaimCatalogue catalogue, Profile profile) {
    return of(catalogue.claims(), profile);
  }

  /** The plan that some claims come to in a profile: their searches, with the seeds they need. */
  public static ReproductionPlan of(List<Claim> claims, Profile profile) {
    Map<String, PlannedSearch> searches = new LinkedHashMap<>();
    for (Claim claim : claims) {
      if (!(claim.procedure() instanceof Procedure.SupernetSearch procedure)) {
        continue;
      }
      for (SearchArm arm : procedure.arms()) {
        List<Precision> precisions = SearchArms.precisions(arm, profile);
        Configuration configuration = SearchArms.configuration(arm, profile);
        String same = configuration.digest() + precisions;
        PlannedSearch known = searches.get(same);
        List<String> needing = new ArrayList<>(known == null ? List.of() : known.claims());
        if (!needing.contains(claim.reference())) {
          needing.add(claim.reference());
        }
        searches.put(
            same,
            new PlannedSearch(
                arm.method(),
                new TreeMap<>(SearchArms.settings(arm, profile)),
                precisions,
                profile,
                Math.max(claim.profiles().of(profile).runs(), known == null ? 0 : known.seeds()),
                SearchCost.hours(configuration, profile),
                needing));
      }
    }
    return new ReproductionPlan(searches.values().stream().sorted(ORDER).toList());
  }

  /** Predicted hours of everything. */
  public double hours() {
    return searches.stream().mapToDouble(search -> search.seeds() * search.hours()).sum();
  }

  /** Writes the plan as CSV. */
  public void write(Path file) throws IOException {
    AtomicFiles.write(file, text());
  }

  /** The plan as CSV. */
  String text() throws IOException {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      printer.printRecord(COLUMNS);
      for (PlannedSearch search : searches) {
        printer.printRecord(
            search.method(),
            search.settingsText(),
            search.profile().label(),
            search.seeds(),
            hours(search.hours()),
            hours(search.seeds() * search.hours()),
            String.join(" ", search.claims()));
      }
    }
    return text.toString();
  }

  /**
   * Whether a file has this very plan.
   *
   * @return a sentence that says what differs first; empty where nothing does
   */
  public Optional<String> difference(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.of(file + " is not there");
    }
    List<List<String>> committed = rows(TextFiles.read(file));
    List<List<String>> wanted = rows(text());
    for (int row = 0; row < Math.max(committed.size(), wanted.size()); row++) {
      List<String> there = row < committed.size() ? committed.get(row) : List.of("nothing");
      List<String> here = row < wanted.size() ? wanted.get(row) : List.of("nothing");
      if (!there.equals(here)) {
        return Optional.of(
            "%s, row %d: has %s, the claims come to %s".formatted(file, row + 1, there, here));
      }
    }
    return Optional.empty();
  }

  private static List<List<String>> rows(String text) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
      for (CSVRecord record : parser) {
        rows.add(record.toList());
      }
    }
    return rows;
  }

  private static String hours(double hours) {
    return String.format(Locale.ROOT, "%.2f", hours);
  }

  /** What the ledger has of each search, in the order of the plan. */
  public List<Progress> progress(Ledger ledger) throws IOException {
    List<Progress> progress = new ArrayList<>();
    for (PlannedSearch search : searches) {
      Precision precision =
          SearchArms.counted(
              ledger,
              search.method(),
              search.settings(),
              search.profile(),
              search.precisions(),
              search.seeds());
      SortedMap<Long, Trial> trials =
          ledger.trials(configuration(search, precision)).headMap((long) search.seeds());
      progress.add(new Progress(search, precision, List.copyOf(trials.values())));
    }
    return progress;
  }

  /** What has yet to be run, in order: each search's seeds one after the other. */
  public List<Open> open(Ledger ledger) throws IOException {
    List<Open> open = new ArrayList<>();
    for (Progress progress : progress(ledger)) {
      for (int seed = 0; seed < progress.search().seeds(); seed++) {
        int number = seed;
        if (progress.trials().stream().noneMatch(trial -> trial.seed() == number)) {
          List<Precision> precisions =
              progress.trials().isEmpty()
                  ? progress.search().precisions()
                  : List.of(progress.precision());
          open.add(new Open(progress.search(), precisions, seed, progress.hoursEach()));
        }
      }
    }
    return open;
  }

  private static Configuration configuration(PlannedSearch search, Precision precision) {
    return SearchArms.configuration(
        search.method(), search.settings(), search.profile(), precision);
  }

  /**
   * A search of the plan and what the ledger has of it.
   *
   * @param precision in which the search's runs count
   * @param trials the finished seeds
   */
  public record Progress(PlannedSearch search, Precision precision, List<Trial> trials) {
    private static final double SECONDS = 3600;

    public Progress {
      trials = List.copyOf(trials);
    }

    /** How many seeds have yet to be run. */
    public int open() {
      return search.seeds() - trials.size();
    }

    /** Hours of a seed: measured where one has ended, else predicted. */
    public double hoursEach() {
      return trials.stream()
              .mapToDouble(Trial::wallSeconds)
              .average()
              .orElse(SECONDS * search.hours())
          / SECONDS;
    }
  }

  /**
   * One search that has yet to be run.
   *
   * @param precisions what its tensors may be stored in, the preferred first; where a seed has
   *     ended, the precision of that one
   * @param hours that it will take, by the best knowledge there is
   */
  public record Open(PlannedSearch search, List<Precision> precisions, long seed, double hours) {
    public Open {
      precisions = List.copyOf(precisions);
    }

    /** The search, ready to run. */
    public SearchPlan plan(Precision precision) {
      return SearchArms.plan(search.method(), search.settings(), search.profile(), precision, seed);
    }

    /** A name for its folder. */
    public String folderName(Precision precision) {
      return search.method()
          + "-"
          + search.profile().label()
          + "-"
          + configuration(search, precision).digest()
          + "-"
          + seed;
    }
  }
}
