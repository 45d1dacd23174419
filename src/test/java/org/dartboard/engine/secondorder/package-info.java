/** Tests of second derivatives against a reference in double precision. */
@NullMarked
package org.dartboard.engine.secondorder;

import org.jspecify.annotations.NullMarked;
