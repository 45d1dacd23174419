package org.dartboard.importing.pickle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stands for an object of a class whose content is wanted and whose behaviour is not. */
final class InertObject implements Stateful {
  private final String name;
  private final List<@Nullable Object> arguments;
  private @Nullable Object state;

  InertObject(String name, List<@Nullable Object> arguments) {
    this.name = name;
    this.arguments = arguments;
  }

  String name() {
    return name;
  }

  List<@Nullable Object> arguments() {
    return arguments;
  }

  @Nullable Object state() {
    return state;
  }

  @Override
  public void complete(@Nullable Object newState) {
    this.state = newState;
  }
}
