package org.dartboard.importing.nats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.random.RandomStreams;
import org.dartboard.table.LearningCurves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurveLossTest {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @Test
  void aFileWithMoreArchitecturesIsNamedWithBoth() throws IOException {
    Path file = file(125, 127, 249);

    String loss = CurveLoss.of(file, List.of(125, 130));

    assertTrue(
        loss.startsWith(
            file
                + " holds the curves of 3 architectures; the import has 2 and lacks 2 of those,"
                + " from 127 on"),
        loss);
    assertTrue(loss.contains("--into") && loss.contains("--replace"), loss);
  }

  @Test
  void lossesAreThoseOfTheSets() throws IOException {
    UniformRandomProvider random = new RandomStreams("curve loss", 9).stream("sets");
    for (int round = 0; round < 50; round++) {
      Set<Integer> held = some(random);
      Set<Integer> imported = some(random);
      Path file = file(held.stream().mapToInt(Integer::intValue).toArray());

      assertEquals(imported.containsAll(held), CurveLoss.of(file, imported).isEmpty());
      assertEquals("", CurveLoss.of(file, held));
    }
  }

  @Test
  void aWholeFileAndAFreePlaceLoseNothing() throws IOException {
    List<Integer> whole =
        IntStream.range(0, LearningCurves.PER_FILE).boxed().collect(Collectors.toList());
    assertEquals("", CurveLoss.of(Files.writeString(folder.resolve("damaged"), "?"), whole));
    assertEquals("", CurveLoss.of(folder.resolve("nothing"), List.of(1)));
  }

  @Test
  void aFileThatCannotBeReadIsLeftAlone() throws IOException {
    byte[] right = Files.readAllBytes(file(1, 2, 3));
    Path file = folder.resolve("damaged");
    for (byte[] content :
        List.of(
            "no gzip".getBytes(StandardCharsets.US_ASCII),
            new byte[0],
            Arrays.copyOf(right, right.length - 9),
            CurveText.file(List.of("?\n")))) {
      String loss = CurveLoss.of(Files.write(file, content), List.of(1));
      assertTrue(loss.startsWith(file + " cannot be read"), loss);
    }
  }

  private Path file(int... indices) throws IOException {
    List<String> texts =
        Arrays.stream(indices)
            .mapToObj(index -> (index + ",12,cifar10,777,0,1,2,3,4,5,6,7,8\n").repeat(2))
            .toList();
    return Files.write(folder.resolve("curves.csv.gz"), CurveText.file(texts));
  }

  private static Set<Integer> some(UniformRandomProvider random) {
    Set<Integer> some = new TreeSet<>();
    int count = random.nextInt(1, 5);
    while (some.size() < count) {
      some.add(random.nextInt(6));
    }
    return some;
  }
}
