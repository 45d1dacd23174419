package org.dartboard.search.supernet.method;

import java.util.List;
import org.dartboard.engine.Knobs;
import org.dartboard.engine.PartialChannels;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.search.HyperParameter;
import org.dartboard.search.MethodDescription;
import org.dartboard.search.supernet.PolicyContext;
import org.dartboard.search.supernet.Setting;
import org.dartboard.search.supernet.SupernetMethod;
import org.dartboard.search.supernet.Turn;

/**
 * ADARTS (Xue and Qin, IEEE TII 2023): a channel attention on each edge chooses the 1/K of the
 * channels that go through the mixed operation, see {@link PartialChannels.Attention}; edges are
 * normalised as in PC-DARTS.
 *
 * <p>A reconstruction: the paper's text could not be had and has no code. The attention is that of
 * the code of its follow-up, alpha-ADARTS; settings are PC-DARTS's for alpha (Adam with 6e-4, 15
 * epochs of rest) and the follow-up's for the weights (batches of 64, 0.025 to 0), with 50 epochs.
 * Random or first channels in place of the attention are for comparison.
 */
final class Adarts extends AlphaPolicy {
  private static final HyperParameter CHANNELS =
      HyperParameter.whole(
          "channels", 0, 0, 2, "which are mixed; 0: by attention, 1: random, 2: the first");
  private static final HyperParameter REDUCTION =
      HyperParameter.whole("attentionReduction", 2, 1, 64, "channels for one hidden unit");

  static final SupernetMethod METHOD =
      new SupernetMethod(
          new MethodDescription(
              "adarts",
              "ADARTS",
              "Xue, Qin: Partial Connection Based on Channel Attention for Differentiable Neural"
                  + " Architecture Search",
              2023,
              "Lets a channel attention choose the channels that are mixed."),
          "Reconstructed from the abstract and the code of a follow-up paper: settings and the"
              + " attention's hidden width are not known.",
          PcDarts.settings().with(Setting.BATCH_SIZE, 64).with(Setting.LEARNING_RATE, 0.025),
          List.of(PcDarts.DENOMINATOR, REDUCTION, CHANNELS),
          Adarts::new);

  private Adarts(PolicyContext context) {
    super(context, new EdgeNormalisation(context));
  }

  @Override
  public SupernetSpec spec(int stage) {
    int denominator = context().values().whole(PcDarts.DENOMINATOR);
    PartialChannels channels =
        switch (context().values().whole(CHANNELS)) {
          case 0 -> new PartialChannels.Attention(denominator, context().values().whole(REDUCTION));
          case 1 -> new PartialChannels.Random(denominator);
          default -> new PartialChannels.First(denominator);
        };
    return context().network(channels, false);
  }

  @Override
  public Knobs knobs(Turn turn) {
    return new Knobs(true, 0, 0, turn.seed("channels"));
  }
}
