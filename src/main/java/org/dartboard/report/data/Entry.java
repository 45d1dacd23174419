package org.dartboard.report.data;

/**
 * One line of configuration or provenance.
 *
 * @param key unique among its neighbours
 * @param value any text
 */
public record Entry(String key, String value) {
  public Entry {
    Identifiers.filled("key of an entry", key);
  }
}
