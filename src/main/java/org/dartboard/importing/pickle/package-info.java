/**
 * Reads Python pickles that hold plain data: numbers, texts, lists, dictionaries and numpy arrays.
 *
 * <p>A pickle is a program for a small machine that may ask for any class by name. {@link
 * org.dartboard.importing.pickle.Pickle} runs it with a list of the operations and names that data
 * needs, each answered by a constructor of this package that holds what it is given and does
 * nothing; at anything else it stops. What a file's data means is not known here.
 */
@NullMarked
package org.dartboard.importing.pickle;

import org.jspecify.annotations.NullMarked;
