package org.dartboard.benchmark.suite;

import java.io.IOException;
import org.dartboard.benchmark.contender.Contender;
import org.dartboard.benchmark.contender.Contenders;
import org.dartboard.benchmark.contender.Expectations;
import org.dartboard.benchmark.contender.Workload;

/** A contender that has been checked and is ready to be timed. */
final class ContenderState implements AutoCloseable {
  private final Contender contender;

  /**
   * Makes the contender and checks what it computes against its judge.
   *
   * @throws IllegalStateException if it computes something else
   */
  ContenderState(String engine, Workload workload) throws IOException, InterruptedException {
    Contenders name = Contenders.of(engine);
    contender = name.create(workload);
    Expectations.check(name, contender, workload);
  }

  double run() {
    return contender.run();
  }

  @Override
  public void close() {
    contender.close();
  }
}
