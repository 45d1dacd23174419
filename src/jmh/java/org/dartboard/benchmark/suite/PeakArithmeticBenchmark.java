package org.dartboard.benchmark.suite;

import java.nio.FloatBuffer;
import java.util.concurrent.TimeUnit;
import org.apache.commons.rng.UniformRandomProvider;
import org.bytedeco.dnnl.global.dnnl;
import org.dartboard.engine.FlatBuffers;
import org.dartboard.random.RandomStreams;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The machine's arithmetic in fp32: oneDNN's product of two square matrices, which is as near to
 * the processor's peak as a program comes. A score of 1 operation a nanosecond is 1 GFLOP/s.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
public class PeakArithmeticBenchmark {
  private static final int SIDE = 960;
  private static final int OPERATIONS = 2 * SIDE * SIDE * SIDE;

  private final FloatBuffer left = FlatBuffers.allocate(SIDE * SIDE);
  private final FloatBuffer right = FlatBuffers.allocate(SIDE * SIDE);
  private final FloatBuffer product = FlatBuffers.allocate(SIDE * SIDE);

  /** Fills the matrices and checks one element of their product against a plain sum. */
  @Setup
  public void prepare() {
    UniformRandomProvider random = new RandomStreams("peak arithmetic", 0).stream("matrices");
    for (int i = 0; i < SIDE * SIDE; i++) {
      left.put(i, (float) random.nextDouble(-1, 1));
      right.put(i, (float) random.nextDouble(-1, 1));
    }
    multiply();
    int row = 17;
    int column = 611;
    double sum = 0;
    for (int k = 0; k < SIDE; k++) {
      sum += (double) left.get(row * SIDE + k) * right.get(k * SIDE + column);
    }
    float computed = product.get(row * SIDE + column);
    if (!(Math.abs(sum - computed) < 1e-3)) {
      throw new IllegalStateException("the product has " + computed + ", expected " + sum);
    }
  }

  /** One product; the score counts additions and multiplications. */
  @Benchmark
  @OperationsPerInvocation(OPERATIONS)
  public FloatBuffer multiply() {
    byte plain = (byte) 'N';
    dnnl.dnnl_sgemm(plain, plain, SIDE, SIDE, SIDE, 1f, left, SIDE, right, SIDE, 0f, product, SIDE);
    return product;
  }
}
