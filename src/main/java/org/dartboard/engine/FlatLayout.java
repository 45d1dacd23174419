package org.dartboard.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How named slices follow one another, without gaps, in a flat buffer of floats. */
public final class FlatLayout {
  private final Map<String, Slice> byName;
  private final int length;

  private FlatLayout(Map<String, Slice> byName, int length) {
    this.byName = byName;
    this.length = length;
  }

  /** All slices in order of their offsets. */
  public List<Slice> slices() {
    return List.copyOf(byName.values());
  }

  /** Length of the flat buffer. */
  public int length() {
    return length;
  }

  /** The slice of that name, or empty if there is none. */
  public Optional<Slice> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * The slice of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Slice slice(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException("there is no slice named '" + name + "'"));
  }

  /** Puts slices one after another. */
  static final class Builder {
    private final Map<String, Slice> slices = new LinkedHashMap<>();
    private int next;

    void add(String name, Slice.Kind kind, int... shape) {
      List<Integer> dimensions = new ArrayList<>();
      for (int dimension : shape) {
        dimensions.add(dimension);
      }
      Slice slice = new Slice(name, kind, dimensions, next);
      slices.put(name, slice);
      next = Math.addExact(next, slice.length());
    }

    FlatLayout build() {
      return new FlatLayout(slices, next);
    }
  }
}
