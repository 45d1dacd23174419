package org.dartboard.claim;

import java.util.Map;

/**
 * A search by one method under some settings.
 *
 * @param label names it within the claim
 * @param method the registered name of the method
 * @param settings by name, in all profiles; those left out have the method's own values
 * @param desk settings that hold in the profile desk alone, such as a depth or a length that the
 *     desk can afford
 * @param precision what the engine stores its tensors in, {@code fp32} or {@code bf16}; null stands
 *     for fp32, which the profile smoke takes whatever stands here
 */
public record SearchArm(
    String label,
    String method,
    Map<String, Double> settings,
    Map<String, Double> desk,
    String precision) {
  private static final String USUAL_PRECISION = "fp32";

  public SearchArm {
    precision = precision == null ? USUAL_PRECISION : precision;
    settings = settings == null ? Map.of() : Map.copyOf(settings);
    desk = desk == null ? Map.of() : Map.copyOf(desk);
  }

  /** A search in fp32. */
  public SearchArm(
      String label, String method, Map<String, Double> settings, Map<String, Double> desk) {
    this(label, method, settings, desk, USUAL_PRECISION);
  }
}
