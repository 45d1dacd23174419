package org.dartboard.benchmark.contender;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dartboard.engine.Slice;
import org.dartboard.engine.Supernet;
import org.dartboard.engine.SupernetFactory;

/** A contender on one of Dartboard's engines. */
public final class EngineContender implements Contender {
  private final Supernet supernet;
  private final EngineTask task;
  private double loss = Double.NaN;

  /** Makes the supernet. */
  public EngineContender(SupernetFactory factory, Workload workload) {
    supernet = factory.create(workload.spec(), workload.batchSize());
    task =
        switch (workload.work()) {
          case SEARCH_STEP -> new SearchTask(supernet, workload);
          case UNROLLED_GRADIENT -> new UnrolledTask(supernet, workload);
          case GRADIENTS, TRAINING_STEP -> new GradientTask(supernet, workload);
        };
  }

  @Override
  public double run() {
    loss = task.run();
    return loss;
  }

  @Override
  public Outcome outcome() {
    List<Double> norms = new ArrayList<>();
    FloatBuffer gradient = task.weightGradient();
    List<Slice> slices =
        gradient.capacity() == 0 ? List.of() : supernet.layout().weights().slices();
    for (Slice slice : slices) {
      double squares = 0;
      for (int i = slice.offset(); i < slice.end(); i++) {
        squares += (double) gradient.get(i) * gradient.get(i);
      }
      norms.add(Math.sqrt(squares));
    }
    return new Outcome(loss, norms, Arrays.stream(task.operationGradient()).boxed().toList());
  }

  @Override
  public void close() {
    supernet.close();
  }
}
