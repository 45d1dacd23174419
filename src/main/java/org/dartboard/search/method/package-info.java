/**
 * The search methods, one class a paper, and their registry.
 *
 * <p>A method's class holds its paper's rule and nothing else; what it needs, such as a policy, a
 * density or a schedule, stands beside it in a class of its own. {@link
 * org.dartboard.search.method.SearchMethods} lists the methods by name: a new one is added there by
 * hand. Every method's protocol, where it differs from the paper, is that of the benchmark authors'
 * published scripts.
 */
@NullMarked
package org.dartboard.search.method;

import org.jspecify.annotations.NullMarked;
