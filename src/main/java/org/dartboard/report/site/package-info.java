/**
 * The static site: an index of all claims and one page a claim.
 *
 * <p>{@link org.dartboard.report.site.Site} is the way in. Pages are pure functions of the claims'
 * CSV files: the same files give the same bytes. They open from disk without a server and need
 * neither network nor JavaScript; the script only adds the index's filters. Nothing here computes a
 * figure or decides a verdict.
 */
@NullMarked
package org.dartboard.report.site;

import org.jspecify.annotations.NullMarked;
