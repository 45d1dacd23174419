package org.dartboard.reproduce;

import java.util.SortedMap;
import java.util.TreeMap;
import org.dartboard.run.Configuration;
import org.dartboard.search.SearchProtocol;
import org.dartboard.search.TableSearch;

/**
 * A request for runs of one search on the table.
 *
 * @param search the configured method
 * @param protocol budget, reward noise and share of evaluation time
 * @param scope part of the name of every random stream; runs of different scopes are independent
 * @param runs how many, with seeds from 0
 */
record SearchOrder(TableSearch search, SearchProtocol protocol, String scope, int runs) {
  /** The scope of searches that follow the benchmark's protocol. */
  static final String BENCHMARK = "nas-bench-201";

  /** Everything that determines the runs but the seed, on the data with the given digest. */
  Configuration configuration(String dataDigest) {
    SortedMap<String, String> settings = new TreeMap<>();
    search.hyperParameters().forEach((name, value) -> settings.put(name, value.toString()));
    settings.put("budgetSeconds", Double.toString(protocol.budgetSeconds()));
    settings.put("rewardNoise", Double.toString(protocol.rewardNoise()));
    settings.put("evaluationShare", Double.toString(protocol.evaluationShare()));
    settings.put("scope", scope);
    settings.put("data", dataDigest);
    return new Configuration(search.description().name(), settings);
  }
}
