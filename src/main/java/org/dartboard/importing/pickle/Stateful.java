package org.dartboard.importing.pickle;

import org.jspecify.annotations.Nullable;

/** An object that a pickle completes after it was made. */
interface Stateful {
  /**
   * @throws IllegalArgumentException if it is not the state of such an object
   */
  void complete(@Nullable Object state);
}
