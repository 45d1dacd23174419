package org.dartboard.search;

/**
 * Which search method this is and where it comes from.
 *
 * @param name the name in claim files, such as {@code random-search}
 * @param title the name in running text
 * @param paper authors and title of the paper
 * @param year of the paper
 * @param summary what the method does, in one sentence
 */
public record MethodDescription(
    String name, String title, String paper, int year, String summary) {}
