package org.dartboard.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.dartboard.data.Cifar10;
import org.dartboard.data.ImageSource;
import org.dartboard.io.DataFolders;
import org.dartboard.table.EmbeddedTable;
import org.dartboard.table.Nb201Table;
import org.dartboard.table.TableLocation;
import org.dartboard.table.TableMissingException;
import org.dartboard.table.TablePart;
import org.dartboard.table.TableSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Loads the table from where this machine has it: mixed into every command that needs one.
 *
 * <p>Without NAS-Bench-201 the embedded table stands in, and the error stream says so. It never
 * does where the published table is there, nor where {@link DataFolders#VARIABLE} names a folder
 * that should hold it, unless it is asked for.
 */
final class TableAccess {
  @Option(
      names = "--data",
      paramLabel = "NAME",
      description = {
        "nasbench201, the published table, or embedded, the small stand-in that was computed here"
            + " on generated images, which then take CIFAR-10's place too. Default: nasbench201;"
            + " where that is not there and DARTBOARD_DATA not set, embedded, and the output says"
            + " so."
      })
  private @Nullable Data data;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  /** The tables that can be asked for. */
  enum Data {
    NASBENCH201,
    EMBEDDED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * The table, after saying so on the error stream if it is the stand-in.
   *
   * @throws TableMissingException if there is none
   */
  Nb201Table load(Set<TablePart> parts) {
    DataFolders folders = DataFolders.of(System.getenv(), Home.find().folder());
    TableSource source = choose(data, folders);
    if (source.published()) {
      return Nb201Table.load(TableLocation.find(folders), parts);
    }
    StandIn.warn(err(), source.warning());
    return embedded(folders);
  }

  /**
   * Which images networks see: generated ones where the stand-ins are asked for, or where CIFAR-10
   * is not there and nobody named a folder that should hold it. The error stream then says so.
   */
  ImageSource images(DataFolders folders) {
    if (data == Data.EMBEDDED
        || (data == null && !folders.named() && folders.lookUp(Cifar10.FOLDER).isEmpty())) {
      StandIn.warn(err(), ImageSource.GENERATED.warning());
      return ImageSource.GENERATED;
    }
    return ImageSource.CIFAR_10;
  }

  /**
   * Which table is used.
   *
   * @param asked what the caller asked for; null where nothing
   * @throws TableMissingException if there is none that may be used
   */
  static TableSource choose(@Nullable Data asked, DataFolders folders) {
    if (asked == Data.EMBEDDED) {
      return TableSource.EMBEDDED;
    }
    try {
      TableLocation.find(folders);
      return TableSource.NAS_BENCH_201;
    } catch (TableMissingException e) {
      if (asked == null && !folders.named() && folder(folders).isPresent()) {
        return TableSource.EMBEDDED;
      }
      throw e;
    }
  }

  private static Nb201Table embedded(DataFolders folders) {
    Path folder =
        folder(folders)
            .orElseThrow(
                () ->
                    new TableMissingException(
                        "there is no embedded table; looked for "
                            + folders.places(EmbeddedTable.FOLDER)
                            + ". 'dartboard embedded build' computes it"));
    try {
      return EmbeddedTable.read(folder).standIn();
    } catch (IOException e) {
      throw new UncheckedIOException("the embedded table in " + folder + " cannot be read", e);
    }
  }

  private static Optional<Path> folder(DataFolders folders) {
    return folders.lookUp(EmbeddedTable.FOLDER).filter(EmbeddedTable::isIn);
  }

  private PrintWriter err() {
    return Objects.requireNonNull(command).commandLine().getErr();
  }

  /** The listing, with a column that names the source unless that is the published table. */
  static Listing marked(Listing listing, Nb201Table table) {
    TableSource source = table.source();
    return source.published() ? listing : listing.with("source", source.label());
  }

  /** The listing, with a column that names the images unless they are the published ones. */
  static Listing marked(Listing listing, ImageSource images) {
    return images.published() ? listing : listing.with("images", images.label());
  }
}
