package org.dartboard.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.dartboard.claim.Claim;
import org.dartboard.claim.Published;
import org.dartboard.claim.Target;
import org.dartboard.reproduce.RuleText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dartboard claims show}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description =
        "Prints claims in full: statement, rule, and every published figure with where it was read"
            + " and how far it can be trusted.")
final class ClaimsShowCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "CLAIM",
      arity = "1..*",
      description = "A paper, a paper/claim, or either with '*'.")
  private List<String> names = List.of();

  @Option(
      names = "--format",
      description = "text, json or csv. Default: ${DEFAULT-VALUE}.",
      defaultValue = "text")
  private OutputFormat format = OutputFormat.TEXT;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    List<Claim> claims = Catalogue.load().select(names);
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    if (format == OutputFormat.TEXT) {
      claims.forEach(claim -> print(out, claim));
      out.flush();
    } else {
      figures(claims).print(out, format);
    }
    return ExitCode.DONE;
  }

  private static void print(PrintWriter out, Claim claim) {
    out.println(claim.reference() + ": " + claim.title());
    line(out, "statement", claim.statement());
    line(out, "kind", claim.kind().label());
    line(out, "why not here", claim.why());
    line(out, "adaptation", claim.adaptation());
    line(out, "reconstruction", claim.reconstruction());
    line(out, "rule", RuleText.of(claim.rule()));
    line(
        out,
        "runs",
        "smoke %d, desk %d, paper %d"
            .formatted(
                claim.profiles().smoke().runs(),
                claim.profiles().desk().runs(),
                claim.profiles().paper().runs()));
    claim.cautions().forEach(caution -> line(out, "caution", caution));
    out.println();
    figures(List.of(claim)).print(out, OutputFormat.TEXT);
    out.println();
  }

  private static void line(PrintWriter out, String name, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      out.printf("  %-15s%s%n", name, text);
    }
  }

  private static Listing figures(List<Claim> claims) {
    Listing listing =
        new Listing(
            "claim",
            "target",
            "quantity",
            "published",
            "spread",
            "spread is",
            "runs",
            "confidence",
            "family",
            "where");
    for (Claim claim : claims) {
      for (Target target : claim.targets()) {
        Published figure = target.published();
        if (figure == null) {
          listing.add(
              claim.reference(),
              target.name(),
              target.quantity().label(),
              null,
              null,
              null,
              null,
              null,
              null,
              target.reference());
        } else {
          listing.add(
              claim.reference(),
              target.name(),
              target.quantity().label(),
              figure.value(),
              figure.spread(),
              figure.spreadMeaning() == null ? null : figure.spreadMeaning().label(),
              figure.runs(),
              figure.confidence().label(),
              figure.family().label(),
              figure.where());
        }
      }
    }
    return listing;
  }
}
