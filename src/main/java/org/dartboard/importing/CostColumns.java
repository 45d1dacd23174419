package org.dartboard.importing;

import org.dartboard.table.Dataset;
import org.dartboard.table.TablePart;

/**
 * The file of the costs: exact counts beside those that the benchmark stores, and which of these
 * are wrong.
 */
public final class CostColumns {
  /** Stored figures are printed with five or six decimals. */
  private static final double PARAMETER_TOLERANCE = 1e-6;

  private static final double FLOPS_TOLERANCE = 1e-4;

  private CostColumns() {}

  /**
   * The benchmark's own figures.
   *
   * @param parameters millions, on CIFAR-10, by row
   * @param flops millions, on CIFAR-10, CIFAR-100 and ImageNet16-120, by row
   * @param seconds of training per epoch, on cifar10-valid, CIFAR-10, CIFAR-100 and ImageNet16-120
   */
  public record Stored(double[] parameters, double[][] flops, double[][] seconds) {}

  /** The whole file. */
  public static TableText of(CellColumns cells, Stored stored) {
    double[] parameters = cells.parameters(Dataset.CIFAR10);
    return cells
        .start(TablePart.COSTS)
        .decimals("params_m_c10", parameters)
        .decimals("params_m_c100", cells.parameters(Dataset.CIFAR100))
        .decimals("params_m_in16", cells.parameters(Dataset.IMAGENET16_120))
        .decimals("nats_params_m_c10", stored.parameters())
        .decimals("nats_flops_m_c10", stored.flops()[0])
        .decimals("nats_flops_m_c100", stored.flops()[1])
        .decimals("nats_flops_m_in16", stored.flops()[2])
        .whole("nats_params_mismatch", differ(parameters, stored.parameters(), PARAMETER_TOLERANCE))
        .whole(
            "nats_flops_mismatch",
            differ(cells.flops(Dataset.CIFAR10), stored.flops()[0], FLOPS_TOLERANCE))
        .decimals("epoch_s_c10v", stored.seconds()[0])
        .decimals("epoch_s_c10", stored.seconds()[1])
        .decimals("epoch_s_c100", stored.seconds()[2])
        .decimals("epoch_s_in16", stored.seconds()[3]);
  }

  private static int[] differ(double[] exact, double[] stored, double tolerance) {
    int[] differ = new int[exact.length];
    for (int row = 0; row < exact.length; row++) {
      differ[row] = Math.abs(exact[row] - stored[row]) > tolerance ? 1 : 0;
    }
    return differ;
  }
}
