package org.dartboard.reproduce;

import org.dartboard.engine.SupernetFactory;
import org.dartboard.search.supernet.SearchData;

/**
 * What searches of the profile smoke run on.
 *
 * @param supernets of the engine onednn in fp32
 * @param images as the profile has them
 */
public record Laboratory(SupernetFactory supernets, SearchData images) {}
