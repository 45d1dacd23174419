@NullMarked
package org.dartboard.report.site;

import org.jspecify.annotations.NullMarked;
