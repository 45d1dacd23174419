package org.dartboard.reproduce;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts searches in an order in which each stands below those that claims hold it against, and as
 * near to them as it can.
 */
final class ArmOrder {
  private final Comparisons comparisons;
  private final Set<String> left;

  /**
   * Of each search that has its place: how many comparisons lie between it and a first baseline.
   */
  private final Map<String, Integer> depths = new LinkedHashMap<>();

  private ArmOrder(List<String> digests, Comparisons comparisons) {
    this.comparisons = comparisons;
    this.left = new LinkedHashSet<>(digests);
  }

  /**
   * A search in its place.
   *
   * @param digest of its configuration
   * @param depth 0 where it is held against no other; else one more than the deepest that it is
   *     held against
   */
  record Place(String digest, int depth) {}

  /**
   * The searches in groups, between which there are no comparisons.
   *
   * @param digests each once
   * @param comparisons those with searches that are not among them do not count
   */
  static List<List<Place>> groups(List<String> digests, Comparisons comparisons) {
    ArmOrder order = new ArmOrder(digests, comparisons);
    List<List<Place>> groups = new ArrayList<>();
    while (!order.left.isEmpty()) {
      groups.add(order.group(order.left.iterator().next()));
    }
    return groups;
  }

  private List<Place> group(String member) {
    Set<String> group = new LinkedHashSet<>();
    collect(member, group);
    // In the order of the claims, not in that in which the group was found.
    List<String> members = left.stream().filter(group::contains).toList();
    for (String digest : members) {
      if (baselines(digest, group).isEmpty()) {
        place(digest, group);
      }
    }
    // Claims may hold two searches against each other in turn: then none of them comes first.
    members.stream().filter(left::contains).toList().forEach(digest -> place(digest, group));
    return depths.entrySet().stream()
        .filter(entry -> group.contains(entry.getKey()))
        .map(entry -> new Place(entry.getKey(), entry.getValue()))
        .toList();
  }

  private void collect(String digest, Set<String> group) {
    if (!left.contains(digest) || !group.add(digest)) {
      return;
    }
    comparisons.against(digest).forEach(other -> collect(other, group));
    comparisons.heldAgainst(digest).forEach(other -> collect(other, group));
  }

  /** Places a search, and below it all that only waited for it. */
  private void place(String digest, Set<String> group) {
    if (!left.remove(digest)) {
      return;
    }
    depths.put(
        digest,
        baselines(digest, group).stream()
            .mapToInt(baseline -> depths.getOrDefault(baseline, -1) + 1)
            .max()
            .orElse(0));
    for (String below : List.copyOf(left)) {
      Set<String> baselines = baselines(below, group);
      if (baselines.contains(digest) && depths.keySet().containsAll(baselines)) {
        place(below, group);
      }
    }
  }

  private Set<String> baselines(String digest, Set<String> group) {
    Set<String> baselines = new LinkedHashSet<>(comparisons.against(digest));
    baselines.retainAll(group);
    return baselines;
  }
}
