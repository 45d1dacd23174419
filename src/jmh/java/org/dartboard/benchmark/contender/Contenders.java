package org.dartboard.benchmark.contender;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dartboard.benchmark.libtorch.Format;
import org.dartboard.benchmark.libtorch.LibtorchContender;
import org.dartboard.cli.EngineChoice;
import org.dartboard.engine.Precision;

/** Everybody who can do a workload, by the name that the benchmarks' parameter has. */
public enum Contenders {
  /** The onednn engine in fp32. */
  ONEDNN,
  /** The onednn engine in bf16. */
  ONEDNN_BF16,
  /** The nd4j engine in fp32. */
  ND4J,
  /** libtorch as users run it. */
  LIBTORCH,
  /** libtorch with channels last. */
  LIBTORCH_CHANNELS_LAST,
  /** libtorch with channels last and autocast to bf16. */
  LIBTORCH_BF16;

  /** The contender of that name, such as {@code libtorch-bf16}. */
  public static Contenders of(String label) {
    return Stream.of(values())
        .filter(contender -> contender.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no engine '"
                        + label
                        + "' to measure; there are "
                        + Stream.of(values())
                            .map(Contenders::label)
                            .collect(Collectors.joining(", "))));
  }

  /** The name as a parameter. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Makes the contender ready for a workload. */
  public Contender create(Workload workload) {
    return switch (this) {
      case ONEDNN -> engine("onednn", Precision.FP32, workload);
      case ONEDNN_BF16 -> engine("onednn", Precision.BF16, workload);
      case ND4J -> engine("nd4j", Precision.FP32, workload);
      case LIBTORCH -> new LibtorchContender(workload, Format.CONTIGUOUS, threads());
      case LIBTORCH_CHANNELS_LAST ->
          new LibtorchContender(workload, Format.CHANNELS_LAST, threads());
      case LIBTORCH_BF16 -> new LibtorchContender(workload, Format.BF16, threads());
    };
  }

  /** Who says what this one has to compute: never a program of the same make. */
  public Contenders judge() {
    return switch (this) {
      case ONEDNN, ONEDNN_BF16, ND4J -> LIBTORCH;
      case LIBTORCH, LIBTORCH_CHANNELS_LAST, LIBTORCH_BF16 -> ONEDNN;
    };
  }

  /** By how much it may differ from its judge. */
  public Tolerance tolerance(Workload workload) {
    return switch (this) {
      case ONEDNN, ND4J, LIBTORCH, LIBTORCH_CHANNELS_LAST -> Tolerance.FP32;
      case ONEDNN_BF16, LIBTORCH_BF16 ->
          workload.share() == Share.ATTENTION ? Tolerance.BF16_SELECTION : Tolerance.BF16;
    };
  }

  private static Contender engine(String name, Precision precision, Workload workload) {
    return new EngineContender(EngineChoice.supernets(name, precision), workload);
  }

  /** The threads that the engines use as well. */
  private static int threads() {
    String set = System.getenv("OMP_NUM_THREADS");
    return set == null ? Runtime.getRuntime().availableProcessors() : Integer.parseInt(set);
  }
}
