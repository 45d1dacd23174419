/** Rules that hold for the code as a whole, checked on the compiled classes. */
@NullMarked
package org.dartboard.architecture;

import org.jspecify.annotations.NullMarked;
