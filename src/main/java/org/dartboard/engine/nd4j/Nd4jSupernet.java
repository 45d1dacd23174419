package org.dartboard.engine.nd4j;

import java.util.Set;
import org.dartboard.data.Batch;
import org.dartboard.engine.BatchNetworks;
import org.dartboard.engine.EngineDescription;
import org.dartboard.engine.EngineException;
import org.dartboard.engine.InputCheck;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.Supernet;
import org.dartboard.engine.SupernetInput;
import org.dartboard.engine.SupernetLayout;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.engine.Want;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A supernet on ND4J in single precision, on whatever backend is on the class path.
 *
 * <p>It keeps the network of the largest batch size and one other, for the short last batch of an
 * epoch; memory is taken when a batch size first occurs.
 */
public final class Nd4jSupernet implements Supernet {
  private static final Logger LOG = LoggerFactory.getLogger(Nd4jSupernet.class);

  private final SupernetSpec spec;
  private final SupernetLayout layout;
  private final InputCheck check;
  private final EngineDescription description;
  private final BatchNetworks<Network> networks;

  /**
   * Makes the network for the largest batch.
   *
   * @param maximumBatch the most images that a batch may have, at least 1
   * @throws EngineException if ND4J has no backend here or memory does not suffice
   */
  public Nd4jSupernet(SupernetSpec spec, int maximumBatch) {
    this.spec = spec;
    description = Backend.describe();
    layout = SupernetLayout.of(spec);
    check = new InputCheck(spec, layout, maximumBatch);
    networks = new BatchNetworks<>(maximumBatch, size -> new Network(spec, layout, size));
    LOG.info(
        "{} engine: {} threads, {}, {}, {}, {} MiB of tensors",
        description.engine(),
        description.threads(),
        description.library(),
        description.instructionSet(),
        description.precision().label(),
        networks.bytes() >> 20);
  }

  @Override
  public SupernetSpec spec() {
    return spec;
  }

  @Override
  public EngineDescription description() {
    return description;
  }

  @Override
  public SupernetLayout layout() {
    return layout;
  }

  @Override
  public void evaluate(
      SupernetInput input, Knobs knobs, Batch batch, Set<Want> want, SupernetOutput output) {
    check.check(input, knobs, batch, want, output);
    Network network = networks.of(batch.size());
    network.evaluate(new Call(input, knobs, batch, want, network.products()), output);
    check.checkLoss(output.loss());
  }

  /** Bytes of native tensor memory that the supernet has now. */
  public long nativeBytes() {
    return networks.bytes();
  }

  @Override
  public void close() {
    networks.close();
  }
}
