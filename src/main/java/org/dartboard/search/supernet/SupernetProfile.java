package org.dartboard.search.supernet;

import java.util.Locale;

/** How large a search is: the network, the images and, for a trial of the path, its length. */
public enum SupernetProfile {
  /** Seconds: a few steps of a tiny network on a few images, to show that the path works. */
  SMOKE(4, 1, true, 2, 16),
  /** Tens of minutes: a small network on halved images, with the method's own schedule. */
  DESK(8, 1, true, Integer.MAX_VALUE, Integer.MAX_VALUE),
  /** Hours: the network and images that NAS-Bench-201's searches use. */
  PAPER(16, 5, false, Integer.MAX_VALUE, Integer.MAX_VALUE);

  private final int width;
  private final int cellsPerStage;
  private final boolean halved;
  private final int mostEpochs;
  private final int largestBatch;

  SupernetProfile(int width, int cellsPerStage, boolean halved, int mostEpochs, int largestBatch) {
    this.width = width;
    this.cellsPerStage = cellsPerStage;
    this.halved = halved;
    this.mostEpochs = mostEpochs;
    this.largestBatch = largestBatch;
  }

  /** The name in lower case, as on the command line and in files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether images are averaged to half the side. */
  public boolean halved() {
    return halved;
  }

  /** A method's settings in this profile: its own but for the network and a trial's length. */
  SearchSettings limit(SearchSettings settings) {
    return settings
        .with(Setting.WIDTH, width)
        .with(Setting.CELLS, cellsPerStage)
        .with(Setting.EPOCHS, Math.min(settings.epochs(), mostEpochs))
        .with(Setting.BATCH_SIZE, limited(settings, Setting.BATCH_SIZE))
        .with(Setting.GAP_IMAGES, limited(settings, Setting.GAP_IMAGES))
        .with(Setting.CELL_SCORES_IMAGES, limited(settings, Setting.CELL_SCORES_IMAGES))
        .with(Setting.SCORED_CELLS, limited(settings, Setting.SCORED_CELLS));
  }

  private int limited(SearchSettings settings, Setting number) {
    return Math.min(settings.whole(number), largestBatch);
  }
}
