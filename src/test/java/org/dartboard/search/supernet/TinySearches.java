package org.dartboard.search.supernet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dartboard.data.GeneratedImages;
import org.dartboard.data.ImageSet;
import org.dartboard.data.ImageSource;
import org.dartboard.data.Normalization;

/** Searches of seconds on generated images, for tests. */
public final class TinySearches {
  public static final int SIDE = 8;
  public static final int CLASSES = 3;

  private TinySearches() {}

  /** 14 images a half and 10 held out: batches of 6 leave a short one. */
  public static SearchData data() {
    ImageSet images = GeneratedImages.of(38, SIDE, CLASSES, 1);
    return new SearchData(
        ImageSource.GENERATED,
        images,
        IntStream.range(0, 14).toArray(),
        IntStream.range(14, 28).toArray(),
        new Normalization(List.of(127.0, 127.0, 127.0), List.of(64.0, 64.0, 64.0)),
        images,
        IntStream.range(28, 38).toArray());
  }

  /** A method in a tiny network: width 4, one cell a stage, batches of 6; no Hessian. */
  public static SearchPlan plan(SupernetMethod method, long seed, Map<String, ?> given) {
    Map<String, Object> values =
        new HashMap<>(
            Map.of("width", 4, "cells", 1, "batchSize", 6, "epochs", 4, "hessianInterval", 0));
    values.putAll(Map.of("gapInterval", 2, "cellScoresInterval", 2, "scoredCells", 3));
    values.putAll(given);
    return method.plan(
        new SearchTrial(SupernetProfile.SMOKE, seed, "test", "onednn", "fp32"), values);
  }
}
