package org.dartboard.search;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A search method that is not yet configured: what it is, what can be set, and how to build it.
 *
 * @param description which method
 * @param hyperParameters all that can be set, with defaults
 * @param builder builds the search; may refuse a combination by {@link IllegalArgumentException}
 */
public record SearchMethod(
    MethodDescription description,
    List<HyperParameter> hyperParameters,
    Function<HyperParameters, TableSearch> builder) {

  public SearchMethod {
    hyperParameters = List.copyOf(hyperParameters);
  }

  /** The name in claim files. */
  public String name() {
    return description.name();
  }

  /** The method with the benchmark's own hyper-parameters. */
  public TableSearch withDefaults() {
    return with(Map.of());
  }

  /**
   * The method with the given hyper-parameters, and defaults for the others.
   *
   * @param given numbers, or texts that are numbers, by name
   * @throws HyperParameterException naming all that is wrong
   */
  public TableSearch with(Map<String, ? extends @Nullable Object> given) {
    HyperParameters values = HyperParameters.read(name(), hyperParameters, given);
    try {
      return builder.apply(values);
    } catch (IllegalArgumentException e) {
      throw new HyperParameterException(name(), List.of(String.valueOf(e.getMessage())));
    }
  }
}
