package org.dartboard.search.supernet;

import java.util.Set;
import org.dartboard.data.Batch;
import org.dartboard.engine.EngineDescription;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.Supernet;
import org.dartboard.engine.SupernetFactory;
import org.dartboard.engine.SupernetInput;
import org.dartboard.engine.SupernetLayout;
import org.dartboard.engine.SupernetOutput;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.engine.Want;
import org.dartboard.engine.onednn.OneDnnSupernet;

/**
 * An engine whose results a test spoils after each evaluation.
 *
 * @param spoiler changes the results, or throws in their place
 */
record SpoiltEngine(Spoiler spoiler) implements SupernetFactory {
  /** What happens to the results of an evaluation. */
  @FunctionalInterface
  interface Spoiler {
    void spoil(Set<Want> want, SupernetOutput output);
  }

  @Override
  public Supernet create(SupernetSpec spec, int maximumBatch) {
    return new Spoilt(new OneDnnSupernet(spec, maximumBatch), spoiler);
  }

  private record Spoilt(Supernet supernet, Spoiler spoiler) implements Supernet {
    @Override
    public SupernetSpec spec() {
      return supernet.spec();
    }

    @Override
    public EngineDescription description() {
      return supernet.description();
    }

    @Override
    public SupernetLayout layout() {
      return supernet.layout();
    }

    @Override
    public void evaluate(
        SupernetInput input, Knobs knobs, Batch batch, Set<Want> want, SupernetOutput output) {
      supernet.evaluate(input, knobs, batch, want, output);
      spoiler.spoil(want, output);
    }

    @Override
    public void close() {
      supernet.close();
    }
  }
}
