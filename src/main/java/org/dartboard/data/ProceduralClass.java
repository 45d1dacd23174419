package org.dartboard.data;

/**
 * What an image of one of the ten classes of {@link ProceduralImages} shows: a shape that is filled
 * with a texture, where either the shape or the ground is the warm one of two colours.
 *
 * <p>The ten classes are ten of the twelve combinations, so the shape alone decides among three,
 * the texture alone and the colours alone among two each, and no two of them decide the class.
 */
enum ProceduralClass {
  WARM_DISC_STRAIGHT(Shape.DISC, Texture.STRAIGHT, true),
  WARM_DISC_DIAGONAL(Shape.DISC, Texture.DIAGONAL, true),
  COOL_DISC_STRAIGHT(Shape.DISC, Texture.STRAIGHT, false),
  COOL_DISC_DIAGONAL(Shape.DISC, Texture.DIAGONAL, false),
  WARM_RING_STRAIGHT(Shape.RING, Texture.STRAIGHT, true),
  WARM_RING_DIAGONAL(Shape.RING, Texture.DIAGONAL, true),
  COOL_RING_STRAIGHT(Shape.RING, Texture.STRAIGHT, false),
  WARM_CROSS_STRAIGHT(Shape.CROSS, Texture.STRAIGHT, true),
  COOL_CROSS_STRAIGHT(Shape.CROSS, Texture.STRAIGHT, false),
  COOL_CROSS_DIAGONAL(Shape.CROSS, Texture.DIAGONAL, false);

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
        case CROSS ->
            Math.max(Math.abs(x), Math.abs(y)) < 1 && Math.min(Math.abs(x), Math.abs(y)) < 0.4;
      };
    }
  }

  /** The direction of the stripes on the object; those of the ground have the other one. */
  enum Texture {
    /** Rows or columns. */
    STRAIGHT,
    /** Along one of the two diagonals. */
    DIAGONAL
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
