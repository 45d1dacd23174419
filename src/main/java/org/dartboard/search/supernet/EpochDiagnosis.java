package org.dartboard.search.supernet;

import java.util.List;
import java.util.Map;
import org.dartboard.space.Cell;

/**
 * What was measured at the end of an epoch.
 *
 * @param measurements by the log's columns, the same ones in the same order in every epoch; NaN for
 *     what was not measured
 * @param cells the fixed random cells that are scored
 * @param cellScores of each, in percent; empty where they were not scored
 */
record EpochDiagnosis(
    Map<String, Double> measurements, List<Cell> cells, List<Double> cellScores) {}
