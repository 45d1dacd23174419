package org.dartboard.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.io.DataFolders;
import org.dartboard.random.RandomStreams;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many images a second the loader hands out in batches of 64, flipped, cropped and normalised.
 *
 * <p>A search step uses 128 images. The loader's one thread has to keep ahead of the engine.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DataPipelineBenchmark {
  private static final int BATCH = 64;
  private static final int IMAGES = 10_000;

  /** Generated images, or CIFAR-10 where the data folder has it. */
  @Param({"generated", "cifar10"})
  private String images = "";

  private @Nullable BatchLoader loader;

  /** Starts the loader and checks that the first batch is the one that its position says. */
  @Setup
  public void start() throws IOException {
    ImageSet set =
        images.equals("cifar10")
            ? Cifar10.training(
                DataFolders.of(System.getenv(), Path.of("").toAbsolutePath()).find(Cifar10.FOLDER))
            : generated();
    BatchMaker expected = maker(set);
    Batch first = Batch.allocate(BATCH, set.side(), Layout.NHWC);
    expected.make(DataPosition.START, first);
    loader =
        new BatchLoader(
            maker(set),
            List.of(
                Batch.allocate(BATCH, set.side(), Layout.NHWC),
                Batch.allocate(BATCH, set.side(), Layout.NHWC),
                Batch.allocate(BATCH, set.side(), Layout.NHWC)),
            DataPosition.START);
    if (!loader.next().images().equals(first.images())) {
      throw new IllegalStateException("the loader's first batch is not that of the first position");
    }
  }

  /** Stops it. */
  @TearDown
  public void stop() {
    loader.close();
  }

  /** One batch; the score counts images. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public Batch images() {
    return loader.next();
  }

  private static BatchMaker maker(ImageSet set) {
    return new BatchMaker(
        set,
        BatchMaker.all(set),
        BATCH,
        BatchMaker.Order.SHUFFLED,
        Augmentation.standard(set.side()),
        Normalization.CIFAR_10,
        new RandomStreams("data pipeline", 0));
  }

  private static ImageSet generated() {
    UniformRandomProvider random = new RandomStreams("data pipeline", 0).stream("images");
    byte[] pixels = new byte[IMAGES * 3 * 32 * 32];
    random.nextBytes(pixels);
    byte[] labels = new byte[IMAGES];
    for (int i = 0; i < IMAGES; i++) {
      labels[i] = (byte) random.nextInt(10);
    }
    return new ImageSet("generated images", 32, 10, pixels, labels);
  }
}
