package org.dartboard.claim;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A claim of a paper, as an object that can be run and decided.
 *
 * @param paper the paper's identifier
 * @param id the claim's identifier within the paper
 * @param title a few words
 * @param statement what is claimed, in our own words
 * @param kind what it takes to check it
 * @param why why it cannot be checked here; null unless the kind says so
 * @param reconstruction what had to be guessed because the paper's text could not be had; null if
 *     the method is known exactly
 * @param adaptation how the check departs from the published protocol; null if it does not
 * @param targets what is measured and held against what; one at least
 * @param context published figures that are shown beside and never compared
 * @param procedure what is run
 * @param profiles how much of it is run
 * @param rule how it is decided
 */
public record Claim(
    String paper,
    String id,
    String title,
    String statement,
    ClaimKind kind,
    @Nullable String why,
    @Nullable String reconstruction,
    @Nullable String adaptation,
    List<Target> targets,
    List<Target> context,
    Procedure procedure,
    Profiles profiles,
    Rule rule) {
  public Claim {
    targets = List.copyOf(targets);
    context = context == null ? List.of() : List.copyOf(context);
    procedure = Objects.requireNonNullElseGet(procedure, Procedure.PublishedOnly::new);
    rule = Objects.requireNonNullElseGet(rule, Rule.None::new);
    Profiles.Settings nothing = new Profiles.Settings(0);
    profiles =
        Objects.requireNonNullElseGet(profiles, () -> new Profiles(nothing, nothing, nothing));
  }

  /** The identifier that users type: {@code paper/claim}. */
  public String reference() {
    return paper + "/" + id;
  }

  /** Whether parts of the method had to be guessed. */
  public boolean isReconstruction() {
    return reconstruction != null;
  }

  /**
   * The targets on which a test decides the claim: those that Holm's correction counts, whether
   * they have been measured or not.
   */
  List<Target> tests() {
    return kind == ClaimKind.PUBLISHED_ONLY || !(rule instanceof Rule.Direction)
        ? List.of()
        : targets.stream().filter(Target::mayDecide).toList();
  }

  /** What a reader must be told about figures that cannot decide, one sentence each. */
  public List<String> cautions() {
    return targets.stream().filter(target -> !target.mayDecide()).map(Claim::caution).toList();
  }

  private static String caution(Target target) {
    Published published = Objects.requireNonNull(target.published());
    String reason =
        published.confidence() == Confidence.MEMORY
            ? "is known from memory only"
            : "is quoted by one source only";
    return "the published figure of " + target.name() + " " + reason + " and decides nothing";
  }
}
