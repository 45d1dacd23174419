package org.dartboard.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dartboard.data.Cifar10;
import org.dartboard.download.PublicFile;
import org.dartboard.download.Publication;
import org.dartboard.io.DataFolders;

/** CIFAR-10 or CIFAR-100: an archive of which the files with images are kept, unpacked. */
final class CifarArchive implements DataSet {
  private static final int CIFAR_10_FILE = 10_000 * 3_073;
  private static final int CIFAR_100_RECORD = 3_074;

  private final Publication publication;
  private final Map<String, Integer> files;
  private final Check check;

  /** Reads all files of a folder and refuses those that are not the official ones. */
  private interface Check {
    void run(Path folder) throws IOException;
  }

  private CifarArchive(Publication publication, Map<String, Integer> files, Check check) {
    this.publication = publication;
    this.files = files;
    this.check = check;
  }

  /** Files of 10,000 records of a label and 3,072 pixels. */
  static CifarArchive cifar10(Publication publication) {
    Map<String, Integer> files = new LinkedHashMap<>();
    for (int batch = 1; batch <= 5; batch++) {
      files.put("data_batch_" + batch + ".bin", CIFAR_10_FILE);
    }
    files.put("test_batch.bin", CIFAR_10_FILE);
    return new CifarArchive(publication, files, CifarArchive::checkCifar10);
  }

  private static void checkCifar10(Path folder) throws ImportException {
    List<String> defects = new ArrayList<>();
    List<Check> checks = List.of(Cifar10::training, Cifar10::test);
    for (Check check : checks) {
      try {
        check.run(folder);
      } catch (IOException e) {
        defects.add(String.valueOf(e.getMessage()));
      }
    }
    if (!defects.isEmpty()) {
      throw new ImportException(defects);
    }
  }

  /** Records of a coarse label, a fine label and 3,072 pixels. */
  static CifarArchive cifar100(Publication publication) {
    Map<String, Integer> files = new LinkedHashMap<>();
    files.put("train.bin", 50_000 * CIFAR_100_RECORD);
    files.put("test.bin", 10_000 * CIFAR_100_RECORD);
    List<String> names = List.copyOf(files.keySet());
    return new CifarArchive(publication, files, folder -> Sums.check(folder, names));
  }

  @Override
  public String name() {
    return publication.name();
  }

  @Override
  public String title() {
    return publication.title();
  }

  @Override
  public String licence() {
    return publication.licence();
  }

  @Override
  public String home() {
    return publication.home();
  }

  @Override
  public String howToGet() {
    return "dartboard data pull " + name();
  }

  @Override
  public Optional<Publication> publication() {
    return Optional.of(publication);
  }

  @Override
  public Inspection inspect(DataFolders folders, boolean thorough) {
    List<Path> lookedFor = folders.places(name());
    Optional<Path> found = folders.lookUp(name());
    if (found.isEmpty()) {
      return Inspection.absent(lookedFor, "");
    }
    Path folder = found.get();
    List<String> missing = files.keySet().stream().filter(name -> !isThere(folder, name)).toList();
    if (missing.size() == files.size()) {
      return Inspection.absent(lookedFor, folder + " has none of the files");
    }
    if (!missing.isEmpty()) {
      return Inspection.damaged(lookedFor, folder, "lacks " + String.join(", ", missing));
    }
    if (thorough) {
      try {
        check.run(folder);
      } catch (IOException e) {
        return Inspection.damaged(lookedFor, folder, String.valueOf(e.getMessage()));
      }
    }
    return Inspection.there(lookedFor, folder, "");
  }

  private static boolean isThere(Path folder, String name) {
    return Files.isRegularFile(folder.resolve(name))
        || Files.isRegularFile(folder.resolve(name + ".xz"));
  }

  @Override
  public boolean isPrepared(Path root) {
    return files.keySet().stream().allMatch(name -> isThere(root.resolve(name()), name));
  }

  /**
   * The archive goes once its files are there and right. Whatever else stands in their place gives
   * way, so that the sums are those of the archive's files.
   */
  @Override
  public void prepare(Path root, boolean replace) throws IOException {
    Path folder = root.resolve(name());
    for (PublicFile archive : publication.files()) {
      TarArchive.unpack(archive.in(root), folder, files);
    }
    Sums.write(folder, List.copyOf(files.keySet()));
    check.run(folder);
    for (PublicFile archive : publication.files()) {
      Files.delete(archive.in(root));
    }
  }
}
