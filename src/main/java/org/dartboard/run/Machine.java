package org.dartboard.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.dartboard.search.supernet.SearchResult;
import org.dartboard.training.TrainingResult;

/** Reads from the running program and machine what a {@link Provenance} needs. */
public final class Machine {
  static final String UNKNOWN = "unknown";

  /** Files with other digests than the official ones are refused when they are read. */
  private static final String CIFAR_10 = "CIFAR-10 and the benchmark's split, official files";

  private static final String GENERATED = "images that Dartboard draws, not CIFAR-10";

  private Machine() {}

  /** The provenance of a search on the table that runs now. */
  public static Provenance tableSearch(String dataDigest, int threads) {
    return new Provenance(
        revision(),
        version(),
        dataDigest,
        "table",
        "float64",
        threads,
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        processor(),
        "none",
        LocalDate.now(ZoneOffset.UTC).toString());
  }

  /**
   * The provenance of a supernet search that ended on this machine.
   *
   * @param revision of the sources that ran it
   * @param parts what computed it, part by part, as the search's folder says
   * @param date of its end, as year-month-day
   */
  static Provenance supernetSearch(
      SearchResult result, String revision, List<String> parts, String date) {
    return new Provenance(
        revision,
        version(),
        result.images().published() ? CIFAR_10 : GENERATED,
        result.configuration().getOrDefault("engine", UNKNOWN),
        result.configuration().getOrDefault("precision", UNKNOWN),
        result.threads(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        processor(),
        result.library()
            + " "
            + result.instructionSet()
            + (parts.size() < 2 ? "" : " (in parts: " + String.join("; ", parts) + ")"),
        date);
  }

  /** The provenance of a training that ends now. */
  public static Provenance training(TrainingResult result) {
    return new Provenance(
        revision(),
        version(),
        CIFAR_10,
        result.engine(),
        result.precision(),
        result.threads(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        processor(),
        result.library() + " " + result.instructionSet(),
        LocalDate.now(ZoneOffset.UTC).toString());
  }

  /** The source revision that the program was built from; {@code unknown} outside a checkout. */
  public static String revision() {
    Properties properties = new Properties();
    try (InputStream stream =
        Machine.class.getResourceAsStream("/org/dartboard/revision.properties")) {
      if (stream != null) {
        properties.load(stream);
      }
    } catch (IOException e) {
      return UNKNOWN;
    }
    String id =
        properties.getProperty("git.commit.id", properties.getProperty("git.commit.id.full", ""));
    if (id.isEmpty()) {
      return UNKNOWN;
    }
    boolean changed = Boolean.parseBoolean(properties.getProperty("git.dirty", "false"));
    return id + (changed ? "+" : "");
  }

  /** The program's version, from its jar; {@code development} where it runs from class files. */
  public static String version() {
    String version = Machine.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /** The processor's name; {@code unknown} where the system does not tell. */
  public static String processor() {
    Path information = Path.of("/proc/cpuinfo");
    if (!Files.isReadable(information)) {
      return System.getProperty("os.arch", UNKNOWN);
    }
    try (Stream<String> lines = Files.lines(information, StandardCharsets.UTF_8)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(UNKNOWN);
    } catch (IOException e) {
      return UNKNOWN;
    }
  }
}
