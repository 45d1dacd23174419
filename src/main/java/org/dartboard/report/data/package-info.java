/**
 * What a claim's report is made of: summary, figures, charts, configuration, provenance.
 *
 * <p>Immutable records and closed sets of words, checked when they are made. They know neither
 * files nor pages. A figure that does not exist is absent here, never zero.
 */
@NullMarked
package org.dartboard.report.data;

import org.jspecify.annotations.NullMarked;
