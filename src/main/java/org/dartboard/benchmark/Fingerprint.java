package org.dartboard.benchmark;

import java.util.List;
import java.util.Map;

/**
 * What a benchmark ran on: enough to tell whether two results may be compared.
 *
 * @param processor its model
 * @param features instruction sets that the engines could use, such as {@code avx512f}
 * @param cores how many the process may use
 * @param memoryBytes of the machine; 0 where unknown
 * @param system name, version and architecture of the operating system
 * @param java the virtual machine and its version
 * @param libraries the native libraries' versions, by name
 * @param environment the variables that the libraries heed, where they were set
 * @param revision of the source; with {@code +} where it had been changed
 * @param loadAverage of the machine when the run began, over one minute; negative where unknown. An
 *     idle machine is near 0
 */
public record Fingerprint(
    String processor,
    List<String> features,
    int cores,
    long memoryBytes,
    String system,
    String java,
    Map<String, String> libraries,
    Map<String, String> environment,
    String revision,
    double loadAverage) {
  public Fingerprint {
    features = List.copyOf(features);
    libraries = Map.copyOf(libraries);
    environment = Map.copyOf(environment);
  }

  /** Whether times taken here and there may be compared: the same processor and cores. */
  public boolean comparableWith(Fingerprint other) {
    return processor.equals(other.processor)
        && features.equals(other.features)
        && cores == other.cores;
  }
}
