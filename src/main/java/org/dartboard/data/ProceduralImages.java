package org.dartboard.data;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.dartboard.random.RandomStreams;

/**
 * Images that the code makes, for machines without CIFAR-10: ten classes that need shape, texture
 * and colour together.
 *
 * <p>An object stands before a ground. Its class is decided by its outline, the direction of its
 * stripes and which of the two is warm; the ground has stripes of the other direction, so that the
 * stripes say nothing without the place. Each image is drawn from a stream of its own, named after
 * its set and its place in it, so that it depends on nothing else. Image i is of class i mod 10.
 * Within a class, place, size, phase and width of the stripes, both colours, brightness, a gradient
 * of light and noise vary.
 */
public final class ProceduralImages {
  /** Height and width of an image. */
  public static final int SIDE = 16;

  /** How many classes there are. */
  public static final int CLASSES = ProceduralClass.values().length;

  /** Stands for the settings of the drawing; another drawing gets another number. */
  public static final int VERSION = 1;

  /** Means and deviations of the images, near enough. */
  public static final Normalization NORMALIZATION =
      new Normalization(List.of(128.0, 128.0, 128.0), List.of(50.0, 50.0, 50.0));

  /** Subsamples of a pixel in each direction. */
  private static final int FINE = 3;

  private ProceduralImages() {}

  /** A set of images; sets have no image in common. */
  public enum Part {
    /** For weights. */
    TRAINING,
    /** For choosing architectures. */
    VALIDATION,
    /** For final figures. */
    TEST
  }

  /**
   * The first images of a part.
   *
   * @param count at least 1
   */
  public static ImageSet of(Part part, int count) {
    RandomStreams streams = new RandomStreams("procedural images " + VERSION, part.ordinal());
    byte[] pixels = new byte[Math.multiplyExact(count, ImageSet.CHANNELS * SIDE * SIDE)];
    byte[] labels = new byte[count];
    for (int image = 0; image < count; image++) {
      int label = image % CLASSES;
      labels[image] = (byte) label;
      draw(
          ProceduralClass.values()[label],
          streams.stream("image " + image),
          pixels,
          image * ImageSet.CHANNELS * SIDE * SIDE);
    }
    String name = "generated " + part.name().toLowerCase(java.util.Locale.ROOT) + " images";
    return new ImageSet(name, SIDE, CLASSES, pixels, labels);
  }

  private static void draw(
      ProceduralClass drawn, UniformRandomProvider random, byte[] pixels, int offset) {
    double radius = random.nextDouble(5, 6.6);
    double centreX = SIDE / 2.0 + random.nextDouble(-1.5, 1.5);
    double centreY = SIDE / 2.0 + random.nextDouble(-1.5, 1.5);
    double wavelength = random.nextDouble(4.6, 6);
    double phase = random.nextDouble(2 * Math.PI);
    boolean turned = random.nextBoolean();
    boolean groundTurned = random.nextBoolean();
    double groundPhase = random.nextDouble(2 * Math.PI);
    double groundShare = random.nextDouble(0.3, 1);
    double stripes = random.nextDouble(0.22, 0.4);
    double[] warm = colour(random, 1, -1);
    double[] cool = colour(random, -1, 1);
    double light = random.nextDouble(-0.12, 0.12);
    double slopeX = random.nextDouble(-0.02, 0.02);
    double slopeY = random.nextDouble(-0.02, 0.02);
    double noise = random.nextDouble(0.02, 0.1);
    double[] object = drawn.warm() ? warm : cool;
    double[] ground = drawn.warm() ? cool : warm;
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        double inside = 0;
        double shade = 0;
        for (int part = 0; part < FINE * FINE; part++) {
          double x = column + (part % FINE + 0.5) / FINE - centreX;
          double y = row + (part / FINE + 0.5) / FINE - centreY;
          boolean straight = drawn.texture() == ProceduralClass.Texture.STRAIGHT;
          if (drawn.shape().holds(x / radius, y / radius)) {
            inside++;
            shade +=
                stripes
                    * Math.sin(2 * Math.PI * along(straight, turned, x, y) / wavelength + phase);
          } else {
            shade +=
                groundShare
                    * stripes
                    * Math.sin(
                        2 * Math.PI * along(!straight, groundTurned, x, y) / wavelength
                            + groundPhase);
          }
        }
        inside /= FINE * FINE;
        shade /= FINE * FINE;
        double lit = light + slopeX * (column - 8) + slopeY * (row - 8) + shade;
        for (int channel = 0; channel < ImageSet.CHANNELS; channel++) {
          double value =
              inside * object[channel]
                  + (1 - inside) * ground[channel]
                  + lit
                  + noise * (random.nextDouble() + random.nextDouble() - 1) * 2;
          pixels[offset + (channel * SIDE + row) * SIDE + column] =
              (byte) Math.round(255 * Math.min(1, Math.max(0, value)));
        }
      }
    }
  }

  /** How far a point lies along the direction in which the stripes alternate. */
  private static double along(boolean straight, boolean turned, double x, double y) {
    if (straight) {
      return turned ? x : y;
    }
    return (turned ? x + y : x - y) / Math.sqrt(2);
  }

  /** A colour with more of red or of blue. */
  private static double[] colour(UniformRandomProvider random, int red, int blue) {
    double grey = random.nextDouble(0.4, 0.6);
    double strength = random.nextDouble(0.05, 0.15);
    double green = random.nextDouble(-0.12, 0.12);
    return new double[] {grey + red * strength, grey + green, grey + blue * strength};
  }

  /** What the ten classes show, in order. */
  public static List<String> classNames() {
    return java.util.Arrays.stream(ProceduralClass.values())
        .map(each -> each.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
        .toList();
  }
}
