package org.dartboard.search.supernet;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.dartboard.data.ImageSource;
import org.dartboard.space.Cell;
import org.jspecify.annotations.Nullable;

/**
 * What a search found, or why it found nothing.
 *
 * @param configuration all that decided it, by name
 * @param threads how many threads computed
 * @param library what computed, with its version
 * @param instructionSet instructions or device
 * @param epochs whole epochs over all stages
 * @param steps steps on the weights in them
 * @param code the cell's op code; null where the search diverged
 * @param measurements the method's own numbers at the end, by name
 * @param failure what was no longer finite, where the search diverged; else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SearchResult(
    Map<String, String> configuration,
    int threads,
    String library,
    String instructionSet,
    int epochs,
    long steps,
    @Nullable String code,
    Map<String, Double> measurements,
    @Nullable String failure) {
  /**
   * @throws IllegalArgumentException if there is no configuration, or neither a cell nor a failure
   */
  public SearchResult {
    if (configuration == null || (code == null && failure == null)) {
      throw new IllegalArgumentException(
          "a result has a configuration, and a cell's code or a failure; found the configuration "
              + configuration
              + ", the code "
              + code
              + " and the failure "
              + failure);
    }
    measurements = measurements == null ? Map.of() : measurements;
  }

  /** Where the images of the search come from. */
  public ImageSource images() {
    return SearchTrial.images(configuration);
  }

  /** The cell that was found; null where the search diverged. */
  public @Nullable Cell cell() {
    return code == null ? null : Cell.ofCode(code);
  }
}
