@NullMarked
package org.dartboard.report.chart;

import org.jspecify.annotations.NullMarked;
