@NullMarked
package org.dartboard.report.curves;

import org.jspecify.annotations.NullMarked;
