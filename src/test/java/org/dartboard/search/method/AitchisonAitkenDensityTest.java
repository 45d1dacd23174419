package org.dartboard.search.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.dartboard.random.RandomStreams;
import org.dartboard.space.Cell;
import org.dartboard.space.Edge;
import org.dartboard.space.Operation;
import org.junit.jupiter.api.Test;

class AitchisonAitkenDensityTest {
  private static final double MIN_BANDWIDTH = 0.3;

  /** Ten cells that show every operation on every edge. */
  private static final AitchisonAitkenDensity ALL_LEVELS =
      density(
          "421211", "334131", "013320", "444444", "204113", "130240", "321042", "113324", "402231",
          "230104");

  /** Seven cells with one operation only on two edges, and four and two on two others. */
  private static final AitchisonAitkenDensity FEW_LEVELS =
      density("421211", "431211", "013211", "444211", "204210", "130211", "321211");

  private static AitchisonAitkenDensity density(String... codes) {
    return new AitchisonAitkenDensity(Stream.of(codes).map(Cell::ofCode).toList(), MIN_BANDWIDTH);
  }

  @Test
  void bandwidthsFollowTheNormalReferenceRule() {
    // Codes 0 and 4 in equal parts: standard deviation 2, 8^(-1/10) = 0.8122524.
    assertEquals(
        1.06 * 2 * 0.8122524,
        AitchisonAitkenDensity.normalReference(new int[] {0, 0, 0, 0, 4, 4, 4, 4}),
        1e-7);
    // One 1 among nine 0: standard deviation 0.3, 10^(-1/10) = 0.7943282.
    assertEquals(
        1.06 * 0.3 * 0.7943282,
        AitchisonAitkenDensity.normalReference(new int[] {0, 0, 0, 0, 0, 1, 0, 0, 0, 0}),
        1e-7);
    assertEquals(0, AitchisonAitkenDensity.normalReference(new int[] {3, 3, 3}));
  }

  @Test
  void densitiesAreThoseOfStatsmodels() {
    // statsmodels 0.15.0, KDEMultivariate(data, 'uuuuuu', bw='normal_reference'), its bandwidths
    // then clipped at 0.3.
    assertEquals(9.219186000486764e-05, ALL_LEVELS.at(Cell.ofCode("421211")), 1e-14);
    assertEquals(0.0002955756099925608, ALL_LEVELS.at(Cell.ofCode("000000")), 1e-14);
    assertEquals(0.00012520790043220168, ALL_LEVELS.at(Cell.ofCode("123412")), 1e-14);
    assertEquals(-4.098780065095671e-05, ALL_LEVELS.at(Cell.ofCode("334130")), 1e-14);
    assertEquals(0.004168550070230643, FEW_LEVELS.at(Cell.ofCode("421211")), 1e-14);
    assertEquals(0.004164598901939342, FEW_LEVELS.at(Cell.ofCode("000211")), 1e-14);
    assertEquals(0.001644558492210503, FEW_LEVELS.at(Cell.ofCode("123210")), 1e-14);
    assertEquals(Double.NaN, FEW_LEVELS.at(Cell.ofCode("004110")));
  }

  @Test
  void theDensityOfAllCellsSumsToOneWhereAllOperationsOccur() {
    double total =
        IntStream.range(0, Cell.COUNT)
            .mapToDouble(ordinal -> ALL_LEVELS.at(new Cell(ordinal)))
            .sum();
    assertEquals(1, total, 1e-10);
  }

  @Test
  void aDrawKeepsAnOperationWithOneMinusTheBandwidth() {
    // Edges 1 and 2 of one cell: the bandwidth is the least one, 0.3, so that the cell's own
    // operation comes with 0.7 + 0.3 / 5 and each other with 0.3 / 5.
    AitchisonAitkenDensity one = density("421211");
    UniformRandomProvider random = new RandomStreams("density test", 1).stream("draws");
    long[] counts = new long[Operation.COUNT];
    for (int draw = 0; draw < 40_000; draw++) {
      counts[one.draw(random).operation(Edge.FROM_0_TO_2).code()]++;
    }
    double[] expected = {0.06, 0.06, 0.76, 0.06, 0.06};
    assertTrue(ChiSquareTest.withDefaults().test(expected, counts).getPValue() > 0.001);
  }

  @Test
  void theRatioTakesOneDensityThatIsNotANumberForTheFloor() {
    assertEquals(2, BohbModel.ratio(0.5, 0.25));
    assertEquals(1e-32 / 0.25, BohbModel.ratio(-0.5, 0.25));
    assertEquals(0.5 / 1e-32, BohbModel.ratio(0.5, -1));
    assertEquals(1e-32 / 0.25, BohbModel.ratio(Double.NaN, 0.25));
    assertEquals(Double.NaN, BohbModel.ratio(0.5, Double.NaN));
    assertEquals(0, BohbModel.ratio(0.5, Double.POSITIVE_INFINITY));
  }

  @Test
  void theDensityIsHighestWhereTheDataAre() {
    AitchisonAitkenDensity density =
        new AitchisonAitkenDensity(
            List.of(
                Cell.ofCode("000000"),
                Cell.ofCode("000001"),
                Cell.ofCode("000010"),
                Cell.ofCode("000100"),
                Cell.ofCode("001000"),
                Cell.ofCode("010000"),
                Cell.ofCode("100000")),
            MIN_BANDWIDTH);
    assertTrue(density.at(Cell.ofCode("000000")) > density.at(Cell.ofCode("000001")));
    assertTrue(density.at(Cell.ofCode("000001")) > density.at(Cell.ofCode("111111")));
  }
}
