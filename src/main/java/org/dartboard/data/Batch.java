package org.dartboard.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * Memory for one batch of normalised images and their labels, owned by whoever allocated it.
 *
 * <p>The images lie in a direct buffer of native order, which an engine can read in place.
 */
public final class Batch {
  private final int capacity;
  private final int side;
  private final Layout layout;
  private final FloatBuffer images;
  private final int[] labels;
  private int size;

  private Batch(int capacity, int side, Layout layout) {
    this.capacity = capacity;
    this.side = side;
    this.layout = layout;
    this.images =
        ByteBuffer.allocateDirect(Math.multiplyExact(capacity * side * side, 12))
            .order(ByteOrder.nativeOrder())
            .asFloatBuffer();
    this.labels = new int[capacity];
  }

  /**
   * Memory for up to {@code capacity} RGB images of height and width {@code side}.
   *
   * @throws IllegalArgumentException if either is not positive
   */
  public static Batch allocate(int capacity, int side, Layout layout) {
    if (capacity < 1 || side < 1) {
      throw new IllegalArgumentException(
          "a batch of " + capacity + " images of side " + side + " cannot be");
    }
    return new Batch(capacity, side, layout);
  }

  /** How many images there is room for. */
  public int capacity() {
    return capacity;
  }

  /** How many images the batch has now; 0 before it is filled. */
  public int size() {
    return size;
  }

  /** Height and width of the images. */
  public int side() {
    return side;
  }

  /** The order of the values in {@link #images}. */
  public Layout layout() {
    return layout;
  }

  /** The images, {@code size * 3 * side * side} values from position 0; the memory itself. */
  public FloatBuffer images() {
    return images;
  }

  /** The class of each image, {@code size} of them; the memory itself. */
  public int[] labels() {
    return labels;
  }

  /**
   * Says how many images have been written.
   *
   * @param size 1 to the capacity
   */
  public void setSize(int size) {
    if (size < 1 || size > capacity) {
      throw new IllegalArgumentException(
          "a batch with room for " + capacity + " images cannot have " + size);
    }
    this.size = size;
  }
}
