package org.dartboard.data;

/**
 * What an image of one of the ten classes of {@link ProceduralImages} shows: a shape that is filled
 * with a texture, where either the shape or the ground is the warm one of two colours.
 *
 * <p>The ten classes are ten of the twelve combinations, so the shape alone decides among three, the
 * texture alone and the colours alone among two each, and no two of them decide the class.
 */
enum ProceduralClass {
  WARM_DISC_OF_ROWS(Shape.DISC, Texture.ROWS, true),
  WARM_DISC_OF_COLUMNS(Shape.DISC, Texture.COLUMNS, true),
  COOL_DISC_OF_ROWS(Shape.DISC, Texture.ROWS, false),
  COOL_DISC_OF_COLUMNS(Shape.DISC, Texture.COLUMNS, false),
  WARM_RING_OF_ROWS(Shape.RING, Texture.ROWS, true),
  WARM_RING_OF_COLUMNS(Shape.RING, Texture.COLUMNS, true),
  COOL_RING_OF_ROWS(Shape.RING, Texture.ROWS, false),
  WARM_CROSS_OF_ROWS(Shape.CROSS, Texture.ROWS, true),
  COOL_CROSS_OF_ROWS(Shape.CROSS, Texture.ROWS, false),
  COOL_CROSS_OF_COLUMNS(Shape.CROSS, Texture.COLUMNS, false);

  /** The outline of the object. */
  enum Shape {
    DISC,
    RING,
    CROSS;

    /**
     * Whether a point lies inside.
     *
     * @param x to the right of the object's centre, in units of its radius
     * @param y below the object's centre, likewise
     */
    boolean holds(double x, double y) {
      double distance = Math.hypot(x, y);
      return switch (this) {
        case DISC -> distance < 0.9;
        case RING -> distance < 1 && distance > 0.5;
        case CROSS -> Math.max(Math.abs(x), Math.abs(y)) < 1 && Math.min(Math.abs(x), Math.abs(y)) < 0.4;
      };
    }
  }

  /** The direction of the stripes on the object. */
  enum Texture {
    ROWS,
    COLUMNS
  }

  private final Shape shape;
  private final Texture texture;
  private final boolean warm;

  ProceduralClass(Shape shape, Texture texture, boolean warm) {
    this.shape = shape;
    this.texture = texture;
    this.warm = warm;
  }

  Shape shape() {
    return shape;
  }

  Texture texture() {
    return texture;
  }

  /** Whether the object is warm and its ground cool, rather than the other way round. */
  boolean warm() {
    return warm;
  }
}
