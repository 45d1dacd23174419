package org.dartboard.search.supernet.method;

import java.util.List;
import java.util.stream.Collectors;
import org.dartboard.search.method.UnknownMethodException;
import org.dartboard.search.supernet.SupernetMethod;

/** The differentiable search methods, by name. */
public final class SupernetMethods {
  private static final List<SupernetMethod> ALL =
      List.of(
          DartsFirstOrder.METHOD,
          DartsSecondOrder.METHOD,
          RandomSharing.METHOD,
          Gdas.METHOD,
          Setn.METHOD,
          Enas.METHOD,
          PcDarts.METHOD,
          RobustDarts.METHOD,
          BetaDarts.METHOD,
          DartsMinus.METHOD,
          FairDarts.METHOD,
          SmoothDarts.METHOD,
          SaDarts.METHOD,
          SaDarts.PARTIAL,
          ProgressiveDarts.METHOD,
          SingleStage.METHOD,
          Adarts.METHOD,
          LambdaDarts.METHOD);

  private SupernetMethods() {}

  /** All methods, in the order in which they are shown. */
  public static List<SupernetMethod> all() {
    return ALL;
  }

  /**
   * The method of a name.
   *
   * @throws UnknownMethodException listing the names if there is none
   */
  public static SupernetMethod named(String name) {
    return ALL.stream()
        .filter(method -> method.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UnknownMethodException(
                    "there is no differentiable search method '"
                        + name
                        + "'; known: "
                        + ALL.stream()
                            .map(SupernetMethod::name)
                            .collect(Collectors.joining(", "))));
  }
}
