package org.dartboard.cli;

import java.util.Optional;
import org.dartboard.search.supernet.SearchListener;
import org.dartboard.space.Cell;

/** Ends a search between two epochs when its time is over; its checkpoint is written by then. */
final class Deadline {
  private static final double NANOSECONDS_AN_HOUR = 3600e9;

  private final long begun = System.nanoTime();
  private final double hours;

  private Deadline(double hours) {
    this.hours = hours;
  }

  static Deadline in(double hours) {
    return new Deadline(hours);
  }

  boolean isOver() {
    return (System.nanoTime() - begun) / NANOSECONDS_AN_HOUR >= hours;
  }

  /** A listener that passes on everything and throws {@link Over} at the end of an epoch. */
  SearchListener watching(SearchListener other) {
    return new SearchListener() {
      @Override
      public void begins(long total, long done) {
        other.begins(total, done);
      }

      @Override
      public void computedOtherwise(String before) {
        other.computedOtherwise(before);
      }

      @Override
      public void step() {
        other.step();
      }

      @Override
      public void epoch(int number, int epochs, double trainingLoss, Optional<Cell> cell) {
        other.epoch(number, epochs, trainingLoss, cell);
        if (isOver() && number < epochs) {
          throw new Over();
        }
      }
    };
  }

  /** The time is over. */
  static final class Over extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
