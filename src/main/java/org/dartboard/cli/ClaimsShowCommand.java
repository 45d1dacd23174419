package org.dartboard.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.dartboard.claim.Claim;
import org.dartboard.claim.ClaimCatalogue;
import org.dartboard.claim.ClaimFile;
import org.dartboard.claim.Published;
import org.dartboard.claim.Target;
import org.dartboard.reproduce.RuleText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dartboard claims show}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description =
        "Prints claims in full: statement, rule, and every published figure with where it was read"
            + " and how far it can be trusted.")
final class ClaimsShowCommand implements Callable<Integer> {
  @Mixin private ClaimNames names = new ClaimNames();

  @Mixin private Output output = new Output(OutputFormat.TEXT);

  @Override
  public Integer call() {
    ClaimCatalogue catalogue = Catalogue.load();
    List<Claim> claims = names.of(catalogue);
    if (output.format() == OutputFormat.TEXT) {
      claims.forEach(
          claim -> print(output.writer(), catalogue.paper(claim.paper()).orElseThrow(), claim));
      output.writer().flush();
    } else {
      output.print(whole(catalogue, claims));
    }
    return ExitCode.DONE;
  }

  private static void print(PrintWriter out, ClaimFile file, Claim claim) {
    out.println(claim.reference() + ": " + claim.title());
    line(out, "statement", claim.statement());
    line(out, "kind", claim.kind().label());
    line(out, "why not here", claim.why());
    line(out, "adaptation", claim.adaptation());
    line(out, "reconstruction", claim.reconstruction());
    line(out, "rule", RuleText.of(file, claim));
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
    figures(claim).print(out, OutputFormat.TEXT);
    out.println();
  }

  private static void line(PrintWriter out, String name, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      out.printf("  %-15s%s%n", name, text);
    }
  }

  /** The figures of all claims, each with what is claimed and by which rule it is decided. */
  private static Listing whole(ClaimCatalogue catalogue, List<Claim> claims) {
    return Listing.concat(
        claims.stream()
            .map(
                claim ->
                    figures(claim)
                        .with("title", claim.title())
                        .with("statement", claim.statement())
                        .with("kind", claim.kind().label())
                        .with(
                            "rule",
                            RuleText.of(catalogue.paper(claim.paper()).orElseThrow(), claim)))
            .toList());
  }

  private static Listing figures(Claim claim) {
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
    return listing;
  }
}
