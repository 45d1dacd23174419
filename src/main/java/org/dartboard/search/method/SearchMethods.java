package org.dartboard.search.method;

import java.util.List;
import java.util.stream.Collectors;
import org.dartboard.search.SearchMethod;

/** The methods that search on the table, by name. */
public final class SearchMethods {
  private static final List<SearchMethod> ALL =
      List.of(RandomSearch.METHOD, RegularisedEvolution.METHOD, Reinforce.METHOD, Bohb.METHOD);

  private SearchMethods() {}

  /** All methods, in the order in which they are shown. */
  public static List<SearchMethod> all() {
    return ALL;
  }

  /**
   * The method of a name.
   *
   * @throws UnknownMethodException listing the names if there is none
   */
  public static SearchMethod named(String name) {
    return ALL.stream()
        .filter(method -> method.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UnknownMethodException(
                    "there is no search method '"
                        + name
                        + "'; known: "
                        + ALL.stream().map(SearchMethod::name).collect(Collectors.joining(", "))));
  }
}
