package org.dartboard.engine.nd4j;

/**
 * What all edges of a stage share that send a part of the channels through their operations.
 *
 * @param through what attention makes of a node, and later the gradient of that; all channels
 * @param scratch all channels
 * @param picked the channels that operations see
 * @param mixed what operations make of these, and later the gradient of that
 * @param pickedGradient the gradient of {@code picked}
 */
record PartialMemory(
    Pixels through, Pixels scratch, Pixels picked, Pixels mixed, Pixels pickedGradient) {
  static PartialMemory allocate(Memory memory, int count, int side, int channels, int selected) {
    return new PartialMemory(
        Pixels.allocate(memory, count, side, channels),
        Pixels.allocate(memory, count, side, channels),
        Pixels.allocate(memory, count, side, selected),
        Pixels.allocate(memory, count, side, selected),
        Pixels.allocate(memory, count, side, selected));
  }
}
