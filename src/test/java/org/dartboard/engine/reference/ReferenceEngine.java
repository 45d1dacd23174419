package org.dartboard.engine.reference;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Set;
import org.dartboard.data.Batch;
import org.dartboard.engine.EngineDescription;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.Precision;
import org.dartboard.engine.RandomCase;
import org.dartboard.engine.Supernet;
import org.dartboard.engine.SupernetInput;
import org.dartboard.engine.SupernetLayout;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.engine.Want;

/** The reference behind the interface of engines, for tests of what is built on one. */
public final class ReferenceEngine implements Supernet {
  private final SupernetSpec spec;
  private final SupernetLayout layout;

  public ReferenceEngine(SupernetSpec spec, int maximumBatch) {
    this.spec = spec;
    this.layout = SupernetLayout.of(spec);
  }

  @Override
  public SupernetSpec spec() {
    return spec;
  }

  @Override
  public EngineDescription description() {
    return new EngineDescription("reference", Precision.FP32, 1, "none", "double precision");
  }

  @Override
  public SupernetLayout layout() {
    return layout;
  }

  @Override
  public void evaluate(
      SupernetInput input, Knobs knobs, Batch batch, Set<Want> want, SupernetOutput output) {
    double[] images = RandomCase.doubles(batch.images());
    int values = batch.size() * 3 * batch.side() * batch.side();
    ReferenceSupernet result =
        new ReferenceSupernet(
            spec,
            layout,
            new ReferenceSupernet.Arguments(
                RandomCase.doubles(input.weights()),
                RandomCase.doubles(input.state()),
                input.operationWeights().clone(),
                input.modes().clone(),
                input.edgeWeights().clone(),
                knobs,
                Arrays.copyOf(images, values),
                Arrays.copyOf(batch.labels(), batch.size())));
    output.setLoss(result.loss());
    for (int i = 0; i < result.logits().length; i++) {
      output.logits()[i] = (float) result.logits()[i];
    }
    if (want.contains(Want.WEIGHT_GRADIENT)) {
      fill(result.weightGradient(), output.weightGradient());
    }
    if (want.contains(Want.OPERATION_GRADIENT)) {
      copy(result.operationGradient(), output.operationGradient());
    }
    if (want.contains(Want.EDGE_GRADIENT)) {
      copy(result.edgeGradient(), output.edgeGradient());
    }
    if (want.contains(Want.STATE)) {
      fill(result.nextState(), output.state());
    }
  }

  @Override
  public void close() {}

  private static void copy(double[] from, double[] to) {
    System.arraycopy(from, 0, to, 0, to.length);
  }

  private static void fill(double[] from, FloatBuffer to) {
    for (int i = 0; i < from.length; i++) {
      to.put(i, (float) from[i]);
    }
  }
}
