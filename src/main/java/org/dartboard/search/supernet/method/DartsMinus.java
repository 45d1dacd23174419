package org.dartboard.search.supernet.method;

import java.util.List;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.PartialChannels;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.search.MethodDescription;
import org.dartboard.search.supernet.PolicyContext;
import org.dartboard.search.supernet.SearchSettings;
import org.dartboard.search.supernet.Setting;
import org.dartboard.search.supernet.SupernetMethod;
import org.dartboard.search.supernet.Turn;

/**
 * DARTS- (Chu et al., ICLR 2021): each edge has an auxiliary skip connection of weight beta_t
 * beside its operations, which falls linearly from 1 in the first epoch to 0 in the last and is no
 * part of the cell.
 *
 * <p>The authors' code for NAS-Bench-201 is not public; schedule, plain momentum and weight decay
 * (50 epochs, 3e-4) are those of an independent implementation.
 */
final class DartsMinus extends AlphaPolicy {
  static final SupernetMethod METHOD =
      new SupernetMethod(
          new MethodDescription(
              "darts-minus",
              "DARTS-",
              "Chu, Wang, Zhang, Lu, Wei, Yan: DARTS-: Robustly Stepping out of Performance Collapse"
                  + " Without Indicators",
              2021,
              "Gives each edge an auxiliary skip connection that fades out."),
          "",
          SearchSettings.benchmark().with(Setting.NESTEROV, 0).with(Setting.WEIGHT_DECAY, 3e-4),
          List.of(),
          DartsMinus::new);

  private DartsMinus(PolicyContext context) {
    super(context);
  }

  @Override
  public SupernetSpec spec(int stage) {
    return context().network(new PartialChannels.All(), true);
  }

  /** beta_t. */
  static double auxiliaryWeight(Turn turn) {
    return 1 - turn.progress();
  }

  @Override
  public Knobs knobs(Turn turn) {
    return new Knobs(true, 0, auxiliaryWeight(turn), 0);
  }
}
