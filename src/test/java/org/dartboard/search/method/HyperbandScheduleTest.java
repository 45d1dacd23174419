package org.dartboard.search.method;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HyperbandScheduleTest {

  @Test
  void bracketsAreThoseOfThePaperFor81EpochsAndEta3() {
    // Li et al., ICLR 2017, table 1.
    HyperbandSchedule schedule = HyperbandSchedule.between(1, 81, 3);
    assertEquals(5, schedule.budgets());
    assertEquals(List.of(81, 27, 9, 3, 1), cells(schedule, 0));
    assertEquals(List.of(27, 9, 3, 1), cells(schedule, 1));
    assertEquals(List.of(9, 3, 1), cells(schedule, 2));
    assertEquals(List.of(6, 2), cells(schedule, 3));
    assertEquals(List.of(5), cells(schedule, 4));
    assertEquals(cells(schedule, 0), cells(schedule, 5));
  }

  @Test
  void theBenchmarksBudgetsGiveThreeBrackets() {
    HyperbandSchedule schedule = HyperbandSchedule.between(12, 200, 3);
    assertEquals(List.of(9, 3, 1), cells(schedule, 0));
    assertEquals(List.of(3, 1), cells(schedule, 1));
    assertEquals(List.of(3), cells(schedule, 2));
  }

  @Test
  void everyBracketEndsAtTheLargestBudget() {
    HyperbandSchedule schedule = HyperbandSchedule.between(1, 81, 3);
    for (int iteration = 0; iteration < 5; iteration++) {
      List<Integer> budgets =
          schedule.bracket(iteration).stream().map(HyperbandSchedule.Rung::budget).toList();
      assertEquals(IntStream.rangeClosed(iteration, 4).boxed().toList(), budgets);
    }
  }

  @Test
  void powersOfEtaCountExactly() {
    for (int exponent = 0; exponent <= 12; exponent++) {
      double largest = Math.pow(3, exponent);
      assertEquals(exponent + 1, HyperbandSchedule.between(1, largest, 3).budgets());
      assertEquals(exponent + 1, HyperbandSchedule.between(0.1, largest / 10, 3).budgets());
    }
  }

  private static List<Integer> cells(HyperbandSchedule schedule, int iteration) {
    return schedule.bracket(iteration).stream().map(HyperbandSchedule.Rung::cells).toList();
  }
}
