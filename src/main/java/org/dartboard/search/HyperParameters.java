package org.dartboard.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A method's hyper-parameters with their values, checked. Immutable. */
public final class HyperParameters {
  private final Map<String, Double> values;

  private HyperParameters(Map<String, Double> values) {
    this.values = values;
  }

  /**
   * Reads values as a claim file or a command line gives them; what is not given has its default.
   *
   * @param method the method's name, for messages
   * @param known all that can be set
   * @param given numbers, or texts that are numbers, by name
   * @throws HyperParameterException naming every unknown name and every value that is not allowed
   */
  public static HyperParameters read(
      String method, List<HyperParameter> known, Map<String, ? extends @Nullable Object> given) {
    List<String> defects = new ArrayList<>();
    Map<String, Double> values = new LinkedHashMap<>();
    for (HyperParameter parameter : known) {
      values.put(parameter.name(), parameter.defaultValue());
      if (given.containsKey(parameter.name())) {
        try {
          values.put(
              parameter.name(), parameter.require(number(parameter, given.get(parameter.name()))));
        } catch (IllegalArgumentException e) {
          defects.add(String.valueOf(e.getMessage()));
        }
      }
    }
    TreeSet<String> unknown = new TreeSet<>(given.keySet());
    known.forEach(parameter -> unknown.remove(parameter.name()));
    unknown.forEach(name -> defects.add("'" + name + "' is unknown; " + names(known)));
    if (!defects.isEmpty()) {
      throw new HyperParameterException(method, defects);
    }
    return new HyperParameters(values);
  }

  /** The value of a hyper-parameter with whole values. */
  public int whole(HyperParameter parameter) {
    return (int) real(parameter);
  }

  /** The value of a hyper-parameter, whatever its default. */
  public double real(HyperParameter parameter) {
    Double value = values.get(parameter.name());
    if (value == null) {
      throw new IllegalArgumentException("'" + parameter.name() + "' is not one of " + values);
    }
    return value;
  }

  /** All values by name, in the order in which the hyper-parameters are known. */
  public Map<String, Double> byName() {
    return new LinkedHashMap<>(values);
  }

  private static double number(HyperParameter parameter, @Nullable Object value) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    if (value instanceof String text) {
      try {
        return Double.parseDouble(text.strip());
      } catch (NumberFormatException e) {
        throw wrongType(parameter, value, e);
      }
    }
    throw wrongType(parameter, value, null);
  }

  private static IllegalArgumentException wrongType(
      HyperParameter parameter, @Nullable Object value, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "'" + parameter.name() + "' is '" + value + "', not " + parameter.allowed(), cause);
  }

  private static String names(List<HyperParameter> known) {
    return known.isEmpty()
        ? "this method has no hyper-parameters"
        : known.stream().map(HyperParameter::name).collect(Collectors.joining(", ", "known: ", ""));
  }
}
