package org.dartboard.reproduce;

import java.util.Map;
import java.util.OptionalInt;
import org.dartboard.claim.Claim;
import org.dartboard.claim.Profile;
import org.dartboard.search.SearchProtocol;
import org.dartboard.search.TableSearch;
import org.dartboard.search.method.SearchMethods;

/**
 * Orders searches for claims.
 *
 * @param profile how much is run
 * @param seeds a number of runs that replaces the profile's; empty to keep it
 */
record Orders(Profile profile, OptionalInt seeds) {
  /** A search under the benchmark's protocol. */
  SearchOrder search(
      Claim claim, String method, double budgetSeconds, Map<String, Double> hyperparameters) {
    TableSearch search = SearchMethods.named(method).with(hyperparameters);
    return new SearchOrder(
        search, new SearchProtocol(budgetSeconds, 0, 0), SearchOrder.BENCHMARK, runs(claim));
  }

  /** How many runs a claim gets. */
  int runs(Claim claim) {
    return seeds.orElse(claim.profiles().of(profile).runs());
  }
}
