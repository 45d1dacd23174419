package org.dartboard.table;

import org.dartboard.space.NetworkCost;

/** What each architecture's network costs. */
public final class Costs {
  static final String STORED_PARAMETERS = "nats_params_m_c10";
  static final String PARAMETERS_MISMATCH = "nats_params_mismatch";
  static final String FLOPS_MISMATCH = "nats_flops_mismatch";

  private final Nb201Table table;
  private final TableData data;

  Costs(Nb201Table table, TableData data) {
    this.table = table;
    this.data = data;
  }

  /** The exact number of parameters, counted from the cell. */
  public long parameters(int index, Dataset dataset) {
    return exact(index, dataset).parameters();
  }

  /** The exact number of multiply-adds of one image, counted from the cell. */
  public long flops(int index, Dataset dataset) {
    return exact(index, dataset).flops();
  }

  /**
   * Millions of parameters of the CIFAR-10 network as the benchmark stores them, wrong for those
   * architectures where {@link #parametersMismatch} holds.
   */
  public double storedParametersInMillions(int index) {
    return value(index, STORED_PARAMETERS);
  }

  /**
   * Millions of multiply-adds as the benchmark stores them, wrong for those architectures where
   * {@link #flopsMismatch} holds.
   */
  public double storedFlopsInMillions(int index, Dataset dataset) {
    return value(index, storedFlopsColumn(dataset));
  }

  /** Whether the benchmark stores a wrong number of parameters: so for 150 architectures. */
  public boolean parametersMismatch(int index) {
    return value(index, PARAMETERS_MISMATCH) == 1;
  }

  /** Whether the benchmark stores a wrong number of FLOPs: so for 204 architectures. */
  public boolean flopsMismatch(int index) {
    return value(index, FLOPS_MISMATCH) == 1;
  }

  /**
   * Seconds of training per epoch on the benchmark's own GPU; the benchmark measured {@code
   * cifar10-valid} and derived the others from it.
   */
  public double secondsPerEpoch(int index, Dataset dataset) {
    return value(index, "epoch_s_" + dataset.column());
  }

  static String parametersColumn(Dataset dataset) {
    return "params_m_" + dataset.costColumn();
  }

  static String storedFlopsColumn(Dataset dataset) {
    return "nats_flops_m_" + dataset.costColumn();
  }

  private NetworkCost exact(int index, Dataset dataset) {
    return NetworkCost.of(table.cell(index), dataset.network());
  }

  private double value(int index, String column) {
    return data.column(TablePart.COSTS, column)[Nb201Table.checked(index)];
  }
}
