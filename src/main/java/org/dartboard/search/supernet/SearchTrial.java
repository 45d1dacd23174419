package org.dartboard.search.supernet;

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
    SupernetProfile profile, long seed, String scope, String engine, String precision) {}
