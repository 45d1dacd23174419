package org.dartboard.search.supernet;

import java.util.Map;
import org.dartboard.space.Cell;

/**
 * What a search found.
 *
 * @param configuration all that decided it, by name
 * @param threads how many threads computed
 * @param library what computed, with its version
 * @param instructionSet instructions or device
 * @param epochs epochs over all stages
 * @param steps steps on the weights
 * @param code the cell's op code
 * @param measurements the method's own numbers at the end, by name
 */
public record SearchResult(
    Map<String, String> configuration,
    int threads,
    String library,
    String instructionSet,
    int epochs,
    long steps,
    String code,
    Map<String, Double> measurements) {
  /** The cell that was found. */
  public Cell cell() {
    return Cell.ofCode(code);
  }
}
