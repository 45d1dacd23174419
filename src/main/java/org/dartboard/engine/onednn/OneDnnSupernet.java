package org.dartboard.engine.onednn;

import java.util.Set;
import org.bytedeco.dnnl.dnnl_version_t;
import org.bytedeco.dnnl.global.dnnl;
import org.dartboard.data.Batch;
import org.dartboard.engine.BatchNetworks;
import org.dartboard.engine.EngineDescription;
import org.dartboard.engine.EngineException;
import org.dartboard.engine.InputCheck;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.Precision;
import org.dartboard.engine.Supernet;
import org.dartboard.engine.SupernetInput;
import org.dartboard.engine.SupernetLayout;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.engine.Want;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A supernet on oneDNN.
 *
 * <p>In {@link Precision#BF16} the tensors between the layers and their gradients are narrow;
 * weights, their gradients, batch norm's scale, shift and statistics, channel attention's matrices
 * and the classifier stay in single precision.
 *
 * <p>It keeps the plan of the largest batch size and one other, for the short last batch of an
 * epoch; memory is taken when a batch size first occurs. An evaluation whose batch size is one of
 * the two allocates nothing.
 */
public final class OneDnnSupernet implements Supernet {
  private static final Logger LOG = LoggerFactory.getLogger(OneDnnSupernet.class);

  private final SupernetSpec spec;
  private final SupernetLayout layout;
  private final InputCheck check;
  private final Precision precision;
  private final BatchNetworks<Plan> plans;
  private @Nullable Call call;

  /** A supernet in single precision. */
  public OneDnnSupernet(SupernetSpec spec, int maximumBatch) {
    this(spec, maximumBatch, Precision.FP32);
  }

  /**
   * Makes the plan for the largest batch.
   *
   * @param maximumBatch the most images that a batch may have, at least 1
   * @param precision of the tensors between the layers
   * @throws EngineException if oneDNN is not there for this platform, the processor cannot compute
   *     in that precision, or memory does not suffice
   */
  public OneDnnSupernet(SupernetSpec spec, int maximumBatch, Precision precision) {
    this(spec, maximumBatch, precision, Tiling.usualBytes());
  }

  /**
   * Cuts batches into tiles of another size.
   *
   * @param tileBytes size of a tile of one tensor
   */
  OneDnnSupernet(SupernetSpec spec, int maximumBatch, Precision precision, long tileBytes) {
    this.spec = spec;
    this.precision = precision;
    layout = SupernetLayout.of(spec);
    check = new InputCheck(spec, layout, maximumBatch);
    plans =
        new BatchNetworks<>(
            maximumBatch, size -> new Plan(spec, layout, size, precision, tileBytes));
    EngineDescription description = description();
    LOG.info(
        "{} engine: {} threads, {}, {}, {} MiB of tensors",
        description.engine(),
        description.threads(),
        description.instructionSet(),
        description.precision().label(),
        plans.bytes() >> 20);
  }

  /**
   * Whether the processor has arithmetic for a precision; without it, oneDNN emulates it slowly.
   */
  public static boolean hasArithmetic(Precision precision) {
    return InstructionSet.effective().hasArithmetic(precision);
  }

  @Override
  public SupernetSpec spec() {
    return spec;
  }

  @Override
  public EngineDescription description() {
    dnnl_version_t version = dnnl.dnnl_version();
    return new EngineDescription(
        "onednn",
        precision,
        OpenMp.threads(),
        "oneDNN " + version.major() + "." + version.minor() + "." + version.patch(),
        InstructionSet.effective().describe(precision));
  }

  @Override
  public SupernetLayout layout() {
    return layout;
  }

  @Override
  public void evaluate(
      SupernetInput input, Knobs knobs, Batch batch, Set<Want> want, SupernetOutput output) {
    check.check(input, knobs, batch, want, output);
    Call arguments = call;
    if (arguments == null) {
      arguments = new Call(input, knobs, batch, want, output);
      call = arguments;
    } else {
      arguments.set(input, knobs, batch, want, output);
    }
    plans.of(batch.size()).evaluate(arguments);
    check.checkLoss(output.loss());
  }

  /** Bytes of native tensor memory that the supernet has now. */
  public long nativeBytes() {
    return plans.bytes();
  }

  @Override
  public void close() {
    plans.close();
  }
}
