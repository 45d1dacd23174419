package org.dartboard.table;

import static org.dartboard.table.ColumnSpec.cost;
import static org.dartboard.table.ColumnSpec.integer;
import static org.dartboard.table.ColumnSpec.percent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dartboard.space.Cell;

/** A file of the table. Each may be plain ({@code .csv}) or compressed ({@code .csv.gz}). */
public enum TablePart {
  /** Which cell has which index, and the benchmark's isomorphism classes. */
  ARCHITECTURES("nb201_arch", Cell.COUNT, architectures()),
  /** Mean accuracies after 12 and 200 epochs. */
  ACCURACIES("nb201_acc", Cell.COUNT, accuracies()),
  /** Accuracies after 200 epochs by seed. */
  SEEDS("nb201_seeds", Cell.COUNT, seeds()),
  /** Parameters, FLOPs and seconds of training per epoch. */
  COSTS("nb201_cost", Cell.COUNT, costs()),
  /** Zero-cost proxies of every architecture. */
  PROXIES("nb201_zerocost", Cell.COUNT, proxies()),
  /** Latencies of every architecture. */
  LATENCIES("nb201_latency_help", Cell.COUNT, latencies()),
  /** Latencies of 1,999 architectures on further devices. */
  LATENCIES_SUBSET("nb201_latency_subset1999", 1_999, latenciesOfTheSubset()),
  /** NASLib's zero-cost proxies of 724 or 725 architectures on each of three datasets. */
  PROXIES_SUBSET("nb201_zerocost_naslib_subset", 2_173, proxiesOfTheSubset());

  private final String stem;
  private final int rows;
  private final List<ColumnSpec> columns;

  TablePart(String stem, int rows, List<ColumnSpec> columns) {
    this.stem = stem;
    this.rows = rows;
    this.columns = columns;
  }

  /** Every part. */
  public static Set<TablePart> all() {
    return EnumSet.allOf(TablePart.class);
  }

  /** The file's name without its ending, such as {@code nb201_acc}. */
  public String stem() {
    return stem;
  }

  /** The names of all columns that the file may have, the index first. */
  public List<String> columnNames() {
    return columns.stream().map(ColumnSpec::name).toList();
  }

  /** How many lines the file has below its header. */
  int rows() {
    return rows;
  }

  List<ColumnSpec> columns() {
    return columns;
  }

  /** Whether line i below the header is architecture i. */
  boolean isComplete() {
    return rows == Cell.COUNT;
  }

  @Override
  public String toString() {
    return stem;
  }

  private static ColumnSpec index() {
    return integer(ColumnSpec.INDEX, 0, Cell.COUNT - 1);
  }

  private static ColumnSpec cell(String name, ValueKind kind) {
    return new ColumnSpec(name, kind, 0, Cell.COUNT - 1, false);
  }

  private static ColumnSpec trainings() {
    return integer("n_seeds_200", 2, 3);
  }

  private static List<ColumnSpec> architectures() {
    return List.of(
        index(),
        cell("ops", ValueKind.OP_CODE),
        integer("iso_rep", 0, Cell.COUNT - 1),
        integer("iso_size", 1, Cell.COUNT),
        cell("arch_str", ValueKind.ARCHITECTURE));
  }

  private static List<ColumnSpec> accuracies() {
    List<ColumnSpec> columns =
        new ArrayList<>(List.of(index(), cell("ops", ValueKind.OP_CODE), trainings()));
    AccuracyKey.all().forEach(key -> columns.add(percent(key.columnName())));
    return List.copyOf(columns);
  }

  private static List<ColumnSpec> seeds() {
    List<ColumnSpec> columns = new ArrayList<>(List.of(index(), trainings()));
    for (String figure : List.of("c10v_valid", "c100_valtest", "in16_valtest")) {
      columns.add(percent(figure + "_s777"));
      columns.add(percent(figure + "_s888"));
      columns.add(percent(figure + "_s999").orBlank());
    }
    columns.add(integer("c10_test_n_v11", 1, 3));
    columns.add(percent("c10_test_t1"));
    columns.add(percent("c10_test_t2").orBlank());
    columns.add(percent("c10_test_t3").orBlank());
    columns.add(percent("c10_test_residual").orBlank());
    return List.copyOf(columns);
  }

  private static List<ColumnSpec> costs() {
    return List.of(
        index(),
        cost("params_m_c10"),
        cost("params_m_c100"),
        cost("params_m_in16"),
        cost("nats_params_m_c10"),
        cost("nats_flops_m_c10"),
        cost("nats_flops_m_c100"),
        cost("nats_flops_m_in16"),
        integer("nats_params_mismatch", 0, 1),
        integer("nats_flops_mismatch", 0, 1),
        cost("epoch_s_c10v"),
        cost("epoch_s_c10"),
        cost("epoch_s_c100"),
        cost("epoch_s_in16"));
  }

  private static List<ColumnSpec> proxies() {
    return withIndex(
        Stream.of(
                "a_naswot_c10 a_synflow_c10 a_logsynflow_c10 a_nregions_c10",
                "a_naswot_c100 a_synflow_c100 a_logsynflow_c100 a_nregions_c100",
                "a_naswot_in16 a_synflow_in16 a_logsynflow_in16",
                "b_naswot_c10 b_logsynflow_c10 b_naswot_c100 b_logsynflow_c100",
                "b_naswot_in16 b_logsynflow_in16")
            .flatMap(TablePart::words)
            .map(ColumnSpec::score));
  }

  private static List<ColumnSpec> latencies() {
    return withIndex(
        Stream.of(
                "1080ti_1 1080ti_256 1080ti_32 2080ti_1 2080ti_256 2080ti_32 essential_ph_1",
                "eyeriss fpga gold_6226 gold_6240 pixel2 pixel3 raspi4 samsung_a50 samsung_s7",
                "silver_4114 silver_4210r titan_rtx_1 titan_rtx_256 titan_rtx_32",
                "titanx_1 titanx_256 titanx_32 titanxp_1 titanxp_256 titanxp_32")
            .flatMap(TablePart::words)
            .map(ColumnSpec::latency));
  }

  private static List<ColumnSpec> latenciesOfTheSubset() {
    return withIndex(
        Stream.of(
                "hwnasbench_edgegpu hwnasbench_edgetpu hwnasbench_eyeriss hwnasbench_fpga",
                "hwnasbench_pixel3 hwnasbench_raspi4 brpnas_cpu_855 brpnas_dsp_855 brpnas_gpu_855",
                "brpnas_gtx brpnas_i7 brpnas_jetson brpnas_jetson_16 brpnas_tpu",
                "nnmeter_630 nnmeter_640 nnmeter_a76 nnmeter_vpu")
            .flatMap(TablePart::words)
            .map(ColumnSpec::latency)
            .map(spec -> spec.name().equals("hwnasbench_edgetpu") ? spec.orBlank() : spec));
  }

  private static List<ColumnSpec> proxiesOfTheSubset() {
    ColumnSpec dataset =
        new ColumnSpec(
            ColumnSpec.DATASET, ValueKind.DATASET, 0, Dataset.values().length - 1, false);
    return withIndex(
        Stream.concat(
            Stream.of(dataset),
            words(
                    "synflow nwot snip grasp fisher grad_norm l2_norm plain epe_nas jacov flops"
                        + " params val_accuracy_naslib")
                .map(ColumnSpec::score)));
  }

  private static List<ColumnSpec> withIndex(Stream<ColumnSpec> columns) {
    return Stream.concat(Stream.of(index()), columns).toList();
  }

  private static Stream<String> words(String text) {
    return Arrays.stream(text.split(" "));
  }
}
