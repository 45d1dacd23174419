package org.dartboard.cli;

import java.util.Set;
import java.util.stream.Collectors;
import org.dartboard.claim.ClaimCatalogue;
import org.dartboard.reproduce.SupernetSettings;
import org.dartboard.search.SearchMethod;
import org.dartboard.search.method.SearchMethods;

/** Loads the checkout's claims. */
final class Catalogue {
  private Catalogue() {}

  static ClaimCatalogue load() {
    Set<String> methods =
        SearchMethods.all().stream().map(SearchMethod::name).collect(Collectors.toSet());
    return ClaimCatalogue.load(Home.find().reproductions(), methods, new SupernetSettings());
  }
}
