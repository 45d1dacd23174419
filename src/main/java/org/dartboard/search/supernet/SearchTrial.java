package org.dartboard.search.supernet;

import java.util.Map;
import org.dartboard.data.ImageSource;

/**
 * Which run of a method it is.
 *
 * @param profile how large
 * @param seed what all random numbers depend on
 * @param scope what the run is for, such as a claim; part of the name of every random stream
 * @param engine the engine's name
 * @param precision what its tensors are stored in, such as {@code fp32}
 */
public record SearchTrial(
    SupernetProfile profile, long seed, String scope, String engine, String precision) {
  static final String SCOPE = "scope";
  private static final String ON_GENERATED_IMAGES = " on generated images";

  /**
   * The same run on other images. They are part of the scope, and so of the configuration: no
   * search goes on with other images than it began with.
   *
   * @param images where they come from; CIFAR-10 is what every scope means that names no images
   */
  SearchTrial on(ImageSource images) {
    return images.published()
        ? this
        : new SearchTrial(profile, seed, scope + ON_GENERATED_IMAGES, engine, precision);
  }

  /** Where the images of a search come from, by its configuration. */
  static ImageSource images(Map<String, String> configuration) {
    return configuration.getOrDefault(SCOPE, "").endsWith(ON_GENERATED_IMAGES)
        ? ImageSource.GENERATED
        : ImageSource.CIFAR_10;
  }
}
