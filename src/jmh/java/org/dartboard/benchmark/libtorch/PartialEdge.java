package org.dartboard.benchmark.libtorch;

import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.dartboard.engine.PartialChannels;
import org.dartboard.engine.SupernetLayout;
import org.dartboard.engine.SupernetSpec;
import org.dartboard.space.Edge;
import org.jspecify.annotations.Nullable;

/** An edge whose operations see some of its channels, as PC-DARTS and ADARTS choose them. */
final class PartialEdge {
  private final SupernetSpec spec;
  private final Layers layers;
  private final String name;
  private final MixedOperation mixed;

  PartialEdge(SupernetSpec spec, Layers layers, int cell, Edge edge) {
    this.spec = spec;
    this.layers = layers;
    this.name = SupernetLayout.edgeName(cell, edge);
    this.mixed = new MixedOperation(spec, layers, cell, edge);
  }

  Tensor forward(Tensor x, @Nullable Tensor weights) {
    PartialChannels partial = spec.partialChannels();
    if (partial instanceof PartialChannels.All) {
      return mixed.forward(x, weights);
    }
    long channels = x.size(1);
    long selected = channels / partial.denominator();
    if (partial instanceof PartialChannels.First) {
      Tensor through = mixed.forward(x.narrow(1, 0, selected), weights);
      Tensor past = x.narrow(1, selected, channels - selected);
      return torch.channel_shuffle(
          torch.cat(new TensorVector(through, past), 1), partial.denominator());
    } else if (partial instanceof PartialChannels.Attention) {
      Tensor attention =
          torch.sigmoid(
              perceptron(x.mean(new long[] {2, 3}, false, new ScalarTypeOptional()))
                  .add(perceptron(x.amax(new long[] {2, 3}, false))));
      Tensor rated = x.mul(attention.unsqueeze(2).unsqueeze(3));
      Tensor best = attention.detach().sum(0L).topk(selected).get1();
      Tensor places = best.sort().get0();
      Tensor through = mixed.forward(rated.index_select(1, places), weights);
      return rated.index_copy(1, places, through);
    }
    throw new IllegalArgumentException("the peer does not have " + partial);
  }

  private Tensor perceptron(Tensor pooled) {
    Tensor hidden =
        torch.relu(torch.linear(pooled, layers.weight(name + ".attention.first.weight")));
    return torch.linear(hidden, layers.weight(name + ".attention.second.weight"));
  }
}
