package org.dartboard.engine;

/**
 * What computes a supernet: the part of a result's provenance that may change its last bits.
 *
 * @param engine the engine's name, such as {@code onednn}
 * @param precision what its tensors are stored in
 * @param threads how many threads compute, at least 1
 * @param library the library and its version, such as {@code oneDNN 3.11}
 * @param instructionSet the widest instructions or the device that are used, and, where a faster
 *     path is there but not available, why not
 */
public record EngineDescription(
    String engine, Precision precision, int threads, String library, String instructionSet) {}
