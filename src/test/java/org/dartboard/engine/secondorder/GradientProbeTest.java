package org.dartboard.engine.secondorder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dartboard.data.Batch;
import org.dartboard.engine.EngineDescription;
import org.dartboard.engine.EngineException;
import org.dartboard.engine.FlatBuffers;
import org.dartboard.engine.FlatVectors;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.Precision;
import org.dartboard.engine.RandomCase;
import org.dartboard.engine.Supernet;
import org.dartboard.engine.SupernetInput;
import org.dartboard.engine.SupernetLayout;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.engine.Want;
import org.dartboard.engine.onednn.OneDnnSupernet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all second derivatives promise beyond the right numbers. */
class GradientProbeTest {
  private static final WeightStep STEP = new WeightStep(0.1, 0.9, 0.01);

  /** All second derivatives of one problem, one after another. */
  private static final class Everything {
    private final TinyProblem problem;
    private final GradientProbe probe;
    private final HessianProducts products;
    private final UnrolledGradient unrolled;
    private final NeumannHypergradient neumann;
    private final FloatBuffer direction;
    private final FloatBuffer weights;
    private final double[] architecture;

    Everything(TinyProblem problem, Supernet supernet) {
      this.problem = problem;
      probe = new GradientProbe(supernet, problem.map(), problem.images());
      products = new HessianProducts(probe);
      unrolled = new UnrolledGradient(probe);
      neumann = new NeumannHypergradient(probe);
      weights = FlatBuffers.allocate(problem.momentum().capacity());
      direction = FlatBuffers.allocate(problem.momentum().capacity());
      FlatVectors.copy(problem.momentum(), direction);
      architecture = new double[problem.alpha().length];
    }

    List<Runnable> calls() {
      Point point = problem.point();
      BatchLoss training = problem.trainingLoss();
      BatchLoss validation = problem.validationLoss();
      FloatBuffer momentum = problem.momentum();
      double[] alpha = problem.alpha();
      return List.of(
          () -> probe.weightGradient(point, training, weights),
          () -> probe.architectureGradient(point, training, architecture),
          () -> products.weights(point, training, direction, 0.01, weights),
          () -> products.mixedToArchitecture(point, training, direction, 0.01, architecture),
          () -> products.mixedToWeights(point, training, alpha, 0.01, weights),
          () -> products.architecture(point, training, alpha, 0.01, architecture),
          () -> unrolled.gradient(point, training, validation, momentum, STEP, architecture),
          () -> neumann.gradient(point, training, validation, 2, STEP, architecture),
          () -> ArchitectureHessian.at(probe, point, validation, 0.01));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void nothingOfTheCallersChangesByOneBit(long seed) {
    TinyProblem problem = TinyProblem.of(seed);
    SupernetInput input = problem.input();
    float[] w = floats(input.weights());
    float[] s = floats(input.state());
    float[] momentum = floats(problem.momentum());
    double[] p = input.operationWeights().clone();
    double[] q = input.edgeWeights().clone();
    double[] alpha = problem.alpha().clone();
    try (Supernet supernet = new OneDnnSupernet(problem.spec(), problem.images())) {
      for (Runnable call : new Everything(problem, supernet).calls()) {
        call.run();
        assertArrayEquals(w, floats(input.weights()));
        assertArrayEquals(s, floats(input.state()));
        assertArrayEquals(momentum, floats(problem.momentum()));
        assertArrayEquals(p, input.operationWeights());
        assertArrayEquals(q, input.edgeWeights());
        assertArrayEquals(alpha, problem.alpha());
      }
    }
  }

  @Test
  void theSameCallGivesTheSameBitsWhateverCameBefore() {
    TinyProblem problem = TinyProblem.of(7);
    try (Supernet supernet = new OneDnnSupernet(problem.spec(), problem.images())) {
      Everything used = new Everything(problem, supernet);
      used.calls().forEach(Runnable::run);
      for (int i = 0; i < used.calls().size(); i++) {
        Everything fresh = new Everything(problem, supernet);
        fresh.calls().get(i).run();
        FlatVectors.clear(used.weights);
        Arrays.fill(used.architecture, 0);
        used.calls().get(i).run();
        assertArrayEquals(floats(fresh.weights), floats(used.weights));
        assertArrayEquals(fresh.architecture, used.architecture);
      }
    }
  }

  @Test
  void gradientsAreTheSupernetsChainedThroughTheMap() {
    TinyProblem problem = TinyProblem.of(5);
    try (Supernet supernet = new OneDnnSupernet(problem.spec(), problem.images())) {
      GradientProbe probe = new GradientProbe(supernet, problem.map(), problem.images());
      double[] gradient = new double[problem.alpha().length];
      FloatBuffer weights = FlatBuffers.allocate(problem.momentum().capacity());
      double loss = probe.architectureGradient(problem.point(), problem.trainingLoss(), gradient);
      assertEquals(loss, probe.weightGradient(problem.point(), problem.trainingLoss(), weights));
      problem.map().apply(problem.alpha(), problem.input());
      SupernetOutput output =
          new SupernetOutput(problem.spec(), supernet.layout(), problem.images());
      supernet.evaluate(
          problem.input(),
          problem.training().knobs(),
          problem.training().batch(),
          EnumSet.of(Want.WEIGHT_GRADIENT, Want.OPERATION_GRADIENT),
          output);
      double[] expected = new double[gradient.length];
      problem.map().pullBack(problem.alpha(), output, expected);
      assertEquals(output.loss(), loss);
      assertArrayEquals(expected, gradient);
      assertArrayEquals(floats(output.weightGradient()), floats(weights));
    }
  }

  @Test
  void noCallTakesMemoryAsLongAsTheWeights() {
    SupernetSpec spec = SupernetSpec.search(16, 1, 8, 3, true);
    RandomCase call = RandomCase.of("memory", spec, Knobs.TRAINING, 2, 1);
    int length = call.layout().weights().length();
    ArchitectureMap map = new SharedSoftmax(spec);
    FloatBuffer momentum = FlatBuffers.allocate(length);
    momentum.put(0, 1f);
    TinyProblem problem = new TinyProblem(call, call, map, new double[map.parameters()], momentum);
    try (Supernet supernet = new OneDnnSupernet(spec, 2)) {
      Everything everything = new Everything(problem, supernet);
      everything.calls().forEach(Runnable::run);
      ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      for (Runnable repeated : everything.calls().subList(0, 8)) {
        long direct = directMemory();
        long heap = threads.getCurrentThreadAllocatedBytes();
        repeated.run();
        long taken = threads.getCurrentThreadAllocatedBytes() - heap;
        assertTrue(taken < length, () -> taken + " bytes for " + length + " weights");
        assertTrue(directMemory() <= direct, "direct memory has grown");
      }
    }
  }

  @Test
  void precisionBelowFp32IsRefused() {
    EngineException refusal =
        assertThrows(
            EngineException.class,
            () -> new GradientProbe(new HalfPrecision(), new SharedSoftmax(HalfPrecision.SPEC), 1));
    assertTrue(refusal.getMessage().contains("bf16"), refusal::getMessage);
    assertTrue(refusal.getMessage().contains("fp32"), refusal::getMessage);
  }

  @Test
  void runningStatisticsAreRefused() {
    Batch batch = TinyProblem.of(1).training().batch();
    assertThrows(IllegalArgumentException.class, () -> new BatchLoss(batch, Knobs.EVALUATION));
  }

  @Test
  void pointsOfOtherSupernetsAndMapsAreRefused() {
    TinyProblem problem = TinyProblem.of(1);
    double[] gradient = new double[problem.alpha().length];
    try (Supernet supernet = new OneDnnSupernet(problem.spec(), problem.images())) {
      GradientProbe probe = new GradientProbe(supernet, problem.map(), problem.images());
      SupernetInput shorter =
          new SupernetInput(problem.spec(), FlatBuffers.allocate(3), problem.input().state());
      for (Point wrong :
          List.of(new Point(shorter, problem.alpha()), new Point(problem.input(), new double[3]))) {
        assertThrows(
            IllegalArgumentException.class,
            () -> probe.architectureGradient(wrong, problem.trainingLoss(), gradient));
      }
    }
  }

  /** A supernet that says it computes in bf16. */
  private static final class HalfPrecision implements Supernet {
    static final SupernetSpec SPEC = SupernetSpec.search(2, 1, 8, 2, false);

    @Override
    public SupernetSpec spec() {
      return SPEC;
    }

    @Override
    public EngineDescription description() {
      return new EngineDescription("test", Precision.BF16, 1, "none", "none");
    }

    @Override
    public SupernetLayout layout() {
      return SupernetLayout.of(SPEC);
    }

    @Override
    public void evaluate(
        SupernetInput input, Knobs knobs, Batch batch, Set<Want> want, SupernetOutput output) {
      throw new AssertionError("nothing is to be evaluated");
    }

    @Override
    public void close() {}
  }

  private static float[] floats(FloatBuffer buffer) {
    float[] floats = new float[buffer.capacity()];
    buffer.get(0, floats);
    return floats;
  }

  private static long directMemory() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("direct"))
        .mapToLong(BufferPoolMXBean::getMemoryUsed)
        .sum();
  }
}
