@NullMarked
package org.dartboard.report.csv;

import org.jspecify.annotations.NullMarked;
