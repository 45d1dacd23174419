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
 */
public record SearchArm(
    String label, String method, Map<String, Double> settings, Map<String, Double> desk) {
  public SearchArm {
    settings = settings == null ? Map.of() : Map.copyOf(settings);
    desk = desk == null ? Map.of() : Map.copyOf(desk);
  }
}
