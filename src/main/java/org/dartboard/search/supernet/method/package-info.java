/**
 * The differentiable search methods, one class a paper, and their registry {@link
 * org.dartboard.search.supernet.method.SupernetMethods}.
 *
 * <p>Most methods extend {@link org.dartboard.search.supernet.method.AlphaPolicy}, which is DARTS
 * of first order, and change one thing. Each class holds its paper's rule, its hyper-parameters and
 * its own training settings; where a paper's own text or code could not be had, the class says that
 * it is a reconstruction. Loop, data and optimisers live in the package above.
 */
@NullMarked
package org.dartboard.search.supernet.method;

import org.jspecify.annotations.NullMarked;
