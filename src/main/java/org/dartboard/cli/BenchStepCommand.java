package org.dartboard.cli;

import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.dartboard.benchmark.PeakMemory;
import org.dartboard.engine.EngineDescription;
import org.dartboard.workload.StepTiming;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dartboard bench step}: how long a search step takes. */
@Command(
    name = "step",
    mixinStandardHelpOptions = true,
    description = {
      "Times search steps (one weight step and one alpha step each) on random images and prints"
          + " the median and the peak memory of this process."
    })
final class BenchStepCommand implements Callable<Integer> {
  @Mixin private StepOptions step = new StepOptions();

  @Mixin private Output output = new Output(OutputFormat.TEXT);

  @Override
  public Integer call() {
    StepTiming timing = step.measure();
    EngineDescription engine = timing.engine();
    Listing listing =
        new Listing("engine", "precision", "threads", "seconds_per_step", "peak_rss_bytes");
    listing.add(
        engine.engine(),
        engine.precision().label(),
        engine.threads(),
        timing.median(),
        orNull(PeakMemory.bytes()));
    output.printOne(listing);
    return ExitCode.DONE;
  }

  private static @Nullable Long orNull(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : null;
  }
}
