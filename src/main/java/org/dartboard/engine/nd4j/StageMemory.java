package org.dartboard.engine.nd4j;

/** What all edges of all cells of a stage share, because only one of them is computed at a time. */
record StageMemory(
    Source source,
    ColumnSums sums,
    Frame convolved,
    Frame gradientFrame,
    Pixels gradient,
    Pixels firstNodeGradient,
    Pixels secondNodeGradient,
    Pixels scratch,
    float[] mask) {
  /**
   * @param nodeChannels channels of a node
   * @param channels that the operations of an edge see
   */
  static StageMemory allocate(Memory memory, int count, int side, int nodeChannels, int channels) {
    return new StageMemory(
        new Source(memory, count, side, channels),
        new ColumnSums(memory, (long) count * side * side),
        new Frame(memory, count, side, channels),
        new Frame(memory, count, side, channels),
        Pixels.allocate(memory, count, side, channels),
        Pixels.allocate(memory, count, side, nodeChannels),
        Pixels.allocate(memory, count, side, nodeChannels),
        Pixels.allocate(memory, count, side, channels),
        new float[count * side * side * channels]);
  }
}
