package org.dartboard.claim;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A search by one method under some settings.
 *
 * @param label names it within the claim
 * @param method the registered name of the method
 * @param settings by name, in all profiles; those left out have the method's own values
 * @param desk settings that hold in the profile desk alone, such as a depth or a length that the
 *     desk can afford
 * @param precision what the engine must store its tensors in, {@code fp32} or {@code bf16}; null
 *     where the profile decides
 */
public record SearchArm(
    String label,
    String method,
    Map<String, Double> settings,
    Map<String, Double> desk,
    @Nullable String precision) {
  public SearchArm {
    settings = settings == null ? Map.of() : Map.copyOf(settings);
    desk = desk == null ? Map.of() : Map.copyOf(desk);
  }

  /** A search in whatever precision its profile takes. */
  public SearchArm(
      String label, String method, Map<String, Double> settings, Map<String, Double> desk) {
    this(label, method, settings, desk, null);
  }
}
