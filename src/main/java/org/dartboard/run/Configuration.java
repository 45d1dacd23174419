package org.dartboard.run;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dartboard.io.Digests;

/**
 * All that determines a trial but its seed: the method, its hyper-parameters, the protocol and the
 * data.
 *
 * <p>Two configurations are the same where their settings are, whatever order they were given in.
 *
 * @param method the method's name, such as {@code reinforce}
 * @param settings name to value, including the digest of the data under {@code data}
 */
public record Configuration(String method, SortedMap<String, String> settings) {
  private static final int SHORT_DIGEST = 12;

  public Configuration {
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
  }

  /** The configuration of a method with the given settings. */
  public static Configuration of(String method, Map<String, String> settings) {
    return new Configuration(method, new TreeMap<>(settings));
  }

  /** The first twelve hexadecimal digits of the SHA-256 of {@link #text}. */
  public String digest() {
    return Digests.sha256(text()).substring(0, SHORT_DIGEST);
  }

  /** One line that holds everything, in a fixed order: {@code method; name=value; ...}. */
  public String text() {
    return settings.entrySet().stream()
        .map(entry -> "; " + entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining("", method, ""));
  }
}
