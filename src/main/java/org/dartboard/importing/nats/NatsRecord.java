package org.dartboard.importing.nats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.dartboard.importing.ImportException;
import org.dartboard.importing.pickle.Pickle;
import org.dartboard.space.Cell;
import org.dartboard.space.CellSyntaxException;

/**
 * All trainings of one architecture.
 *
 * @param trainings in the order of {@link NatsTraining#ORDER}
 */
record NatsRecord(int index, Cell cell, List<NatsTraining> trainings) {
  /** Two hundred times what a record has; a larger one is a bomb. */
  private static final int MOST_BYTES = 64 << 20;

  /**
   * Reads a record.
   *
   * @param packed the file, as bzip2 packs it
   * @param name for messages
   */
  static NatsRecord read(byte[] packed, String name) throws IOException {
    Pickle record = Pickle.read(unpack(packed, name), name);
    List<NatsTraining> trainings = new ArrayList<>();
    int index = -1;
    String architecture = "";
    for (Map.Entry<Object, Pickle> budget : record.entries().entrySet()) {
      int epochs = budget(budget.getKey(), name);
      index = (int) budget.getValue().get("arch_index").number();
      architecture = budget.getValue().get("arch_str").text();
      for (Map.Entry<Object, Pickle> entry :
          budget.getValue().get("all_results").entries().entrySet()) {
        if (entry.getKey() instanceof List<?> key
            && key.size() == 2
            && key.get(0) instanceof String dataset
            && key.get(1) instanceof Integer seed) {
          trainings.add(NatsTraining.read(epochs, dataset, seed, entry.getValue()));
        } else {
          throw new ImportException(
              entry.getValue().place() + " is not named by a dataset and a seed");
        }
      }
    }
    trainings.sort(NatsTraining.ORDER);
    try {
      return new NatsRecord(index, Cell.parse(architecture), List.copyOf(trainings));
    } catch (CellSyntaxException e) {
      throw new ImportException(name + ": " + e.getMessage(), e);
    }
  }

  private static int budget(Object key, String name) throws ImportException {
    return switch (key.toString()) {
      case "12" -> 12;
      case "200" -> 200;
      default -> throw new ImportException(name + " has trainings of " + key + " epochs");
    };
  }

  private static byte[] unpack(byte[] packed, String name) throws ImportException {
    try (InputStream in = new BZip2CompressorInputStream(new ByteArrayInputStream(packed))) {
      byte[] content = in.readNBytes(MOST_BYTES);
      if (content.length == MOST_BYTES) {
        throw new ImportException(name + " is larger than any record of the benchmark");
      }
      return content;
    } catch (ImportException e) {
      throw e;
    } catch (IOException e) {
      throw new ImportException(name + " is not intact bzip2 data: " + e.getMessage(), e);
    }
  }

  /** The trainings of a length on a dataset, lowest seed first. */
  List<NatsTraining> trainings(int budget, String dataset) {
    return trainings.stream()
        .filter(each -> each.budget() == budget && each.dataset().equals(dataset))
        .toList();
  }
}
