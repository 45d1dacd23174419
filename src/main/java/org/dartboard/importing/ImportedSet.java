package org.dartboard.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dartboard.data.ImageNet16;
import org.dartboard.download.Publication;
import org.dartboard.io.DataFolders;
import org.dartboard.space.Cell;
import org.dartboard.table.LearningCurves;

/**
 * Data that no pinned address has, so that a user gets the release and imports it.
 *
 * @param folder the data folder's name
 * @param files what is made in it
 * @param check reads all of it and refuses what is damaged
 */
record ImportedSet(
    String name,
    String title,
    String licence,
    String home,
    String howToGet,
    String folder,
    List<String> files,
    Check check)
    implements DataSet {

  /** Reads the files of a folder. */
  interface Check {
    void run(Path folder) throws IOException;
  }

  static ImportedSet imageNet16() {
    List<String> files = List.of(ImageNet16.TRAINING_FILE, ImageNet16.TEST_FILE);
    return new ImportedSet(
        "imagenet16-120",
        "ImageNet16-120, 157,700 labelled images of 16x16 pixels in 120 classes",
        "ImageNet's terms of access; credit Chrabaszcz, Loshchilov and Hutter, A Downsampled"
            + " Variant of ImageNet, 2017",
        "https://github.com/D-X-Y/AutoDL-Projects",
        "get the folder ImageNet16 of the official release (train_data_batch_1 to _10 and val_data)"
            + " as its page says, then: dartboard data import-imagenet16 FOLDER",
        ImageNet16.FOLDER,
        files,
        place -> {
          Sums.check(place, files);
          ImageNet16.training(place);
          ImageNet16.test(place);
        });
  }

  static ImportedSet learningCurves() {
    List<String> files =
        IntStream.iterate(0, index -> index < Cell.COUNT, index -> index + LearningCurves.PER_FILE)
            .mapToObj(LearningCurves::fileName)
            .toList();
    return new ImportedSet(
        "nats-bench",
        "NATS-Bench's own release: NAS-Bench-201's tables with the learning curves of every"
            + " training",
        "MIT (c) Xuanyi Dong",
        "https://github.com/D-X-Y/NATS-Bench",
        "get NATS-tss-v1_0-3ffb9-simple.tar as its page says, then: dartboard data import-nats"
            + " FILE",
        LearningCurves.FOLDER,
        files,
        place -> {
          for (int index = 0; index < Cell.COUNT; index += LearningCurves.PER_FILE) {
            LearningCurves.read(place, index);
          }
        });
  }

  @Override
  public Optional<Publication> publication() {
    return Optional.empty();
  }

  @Override
  public Inspection inspect(DataFolders folders, boolean thorough) {
    List<Path> lookedFor = folders.places(folder);
    Optional<Path> found = folders.lookUp(folder);
    if (found.isEmpty()) {
      return Inspection.absent(lookedFor, "");
    }
    Path place = found.get();
    List<String> missing =
        files.stream().filter(file -> !Files.isRegularFile(place.resolve(file))).toList();
    if (!missing.isEmpty()) {
      return Inspection.damaged(
          lookedFor, place, "lacks " + missing.get(0) + others(missing.size() - 1));
    }
    if (thorough) {
      try {
        check.run(place);
      } catch (IOException e) {
        return Inspection.damaged(lookedFor, place, String.valueOf(e.getMessage()));
      }
    }
    return Inspection.there(lookedFor, place, "");
  }

  private static String others(int count) {
    return count == 0 ? "" : " and " + count + " more of its files";
  }

  @Override
  public boolean isPrepared(Path root) {
    return false;
  }

  @Override
  public void prepare(Path root, boolean replace) {
    throw new UnsupportedOperationException(name + " is imported, not fetched");
  }
}
