package org.dartboard.search.supernet.method;

import java.util.List;
import org.dartboard.engine.PartialChannels;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.search.HyperParameter;
import org.dartboard.search.MethodDescription;
import org.dartboard.search.supernet.PolicyContext;
import org.dartboard.search.supernet.SearchSettings;
import org.dartboard.search.supernet.Setting;
import org.dartboard.search.supernet.SupernetMethod;

/**
 * PC-DARTS (Xu et al., ICLR 2020): the first 1/K of an edge's channels go through the mixed
 * operation, the others bypass it; edges are weighted by the softmax of beta over those that enter
 * a node. alpha and beta rest for the first 15 epochs.
 *
 * <p>Settings are the authors': 50 epochs, batches of 256, learning rate 0.1 to 0, Adam with 6e-4.
 * Their rule weighs alpha by beta to choose two edges a node; on this space each edge keeps one
 * operation, so beta cannot change the cell. Their code moves alpha and beta before the weights in
 * each step; here the weights go first, as in the benchmark's code.
 */
final class PcDarts extends AlphaPolicy {
  static final HyperParameter DENOMINATOR =
      HyperParameter.whole("channelDenominator", 4, 2, 64, "K: 1/K of the channels are mixed");

  static final SupernetMethod METHOD =
      new SupernetMethod(
          new MethodDescription(
              "pc-darts",
              "PC-DARTS",
              "Xu, Xie, Zhang, Chen, Qi, Tian, Xiong: PC-DARTS: Partial Channel Connections for"
                  + " Memory-Efficient Architecture Search",
              2020,
              "Mixes operations on a part of the channels and normalises edges."),
          "",
          settings(),
          List.of(DENOMINATOR),
          PcDarts::new);

  private PcDarts(PolicyContext context) {
    super(context, new EdgeNormalisation(context));
  }

  /** The authors' settings for CIFAR-10. */
  static SearchSettings settings() {
    return SearchSettings.benchmark()
        .with(Setting.BATCH_SIZE, 256)
        .with(Setting.LEARNING_RATE, 0.1)
        .with(Setting.MINIMUM_LEARNING_RATE, 0)
        .with(Setting.NESTEROV, 0)
        .with(Setting.WEIGHT_DECAY, 3e-4)
        .with(Setting.ARCHITECTURE_LEARNING_RATE, 6e-4)
        .with(Setting.WARM_UP_EPOCHS, 15);
  }

  @Override
  public SupernetSpec spec(int stage) {
    int denominator = context().values().whole(DENOMINATOR);
    return context().network(new PartialChannels.First(denominator), false);
  }
}
