@NullMarked
package org.dartboard.report.data;

import org.jspecify.annotations.NullMarked;
