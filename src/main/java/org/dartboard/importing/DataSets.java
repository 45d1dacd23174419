package org.dartboard.importing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dartboard.download.Catalogue;
import org.dartboard.download.Publication;

/** Every data set that the program knows. */
public final class DataSets {
  /** What the program's own claims and searches read. */
  public static final List<String> USUAL = List.of("nasbench201", "cifar-10");

  private final List<DataSet> all;

  DataSets(List<DataSet> all) {
    this.all = List.copyOf(all);
  }

  /** Those that can be fetched, as the program's catalogue lists them, and those that cannot. */
  public static DataSets known() {
    Map<String, Publication> files = Catalogue.shipped().byName();
    return new DataSets(
        List.of(
            new BenchmarkTables(get(files, "nasbench201")),
            CifarArchive.cifar10(get(files, "cifar-10")),
            CifarArchive.cifar100(get(files, "cifar-100")),
            new PlainFiles(get(files, "fashion-mnist")),
            ImportedSet.imageNet16(),
            ImportedSet.learningCurves()));
  }

  private static Publication get(Map<String, Publication> files, String name) {
    return Objects.requireNonNull(files.get(name), name);
  }

  public List<DataSet> all() {
    return all;
  }

  /** The data set of a name. */
  public Optional<DataSet> find(String name) {
    return all.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /** The names, for a message. */
  public String names() {
    return all.stream().map(DataSet::name).collect(Collectors.joining(", "));
  }
}
