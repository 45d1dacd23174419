package org.dartboard.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimCatalogueTest {
  private final Path reproductions;

  ClaimCatalogueTest(@TempDir Path reproductions) {
    this.reproductions = reproductions;
  }

  @Test
  void claimsAreSelectedByPaperByClaimAndByPattern() {
    ClaimCatalogue catalogue = twoPapers();
    assertEquals(
        List.of("other-paper/first", "other-paper/second", "some-paper/first"),
        names(catalogue.claims()));
    assertEquals(catalogue.claims(), catalogue.select(List.of()));
    assertEquals(
        List.of("other-paper/first", "other-paper/second"),
        names(catalogue.select(List.of("other-paper"))));
    assertEquals(
        List.of("other-paper/first", "some-paper/first"),
        names(catalogue.select(List.of("some-paper/first", "*/first", "some-paper"))));
    assertEquals(List.of("other-paper/second"), names(catalogue.select(List.of("other-*/sec*"))));
    assertEquals(3, catalogue.select(List.of("*")).size());
  }

  @Test
  void unknownNamesAreAllReportedWithTheirNeighbours() {
    ClaimCatalogue catalogue = twoPapers();
    String message =
        assertThrows(
                UnknownClaimException.class,
                () -> catalogue.select(List.of("some-papr/first", "oter-paper", "some-paper")))
            .getMessage();
    assertEquals(
        """
        no claim is called 'some-papr/first'; the nearest are: some-paper/first, other-paper/first, \
        other-paper/second
        no claim is called 'oter-paper'; the nearest are: other-paper, some-paper""",
        message);
  }

  @Test
  void defectsOfAllFilesComeTogether() throws Exception {
    ClaimFiles.write(reproductions, "some-paper", ClaimFiles.with("level: 0.05", "level: 5"));
    ClaimFiles.write(reproductions, "other-paper", ClaimFiles.VALID);
    Files.createDirectories(reproductions.resolve("empty-paper"));
    ClaimFormatException exception =
        assertThrows(
            ClaimFormatException.class,
            () -> ClaimCatalogue.load(reproductions, ClaimFiles.METHODS));
    assertEquals(
        """
        3 defects in the claim files; correct the lines named below
          DIR/empty-paper/claim.yaml: found no such file; allowed: a file of UTF-8 text with the \
        claims of a paper
          DIR/other-paper/claim.yaml:2: paper.id: found 'some-paper'; allowed: the name of the \
        folder, other-paper
          DIR/some-paper/claim.yaml:41: claims[0].rule.level: found 5; allowed: a probability of \
        error, more than 0 and less than 1""",
        String.valueOf(exception.getMessage()).replace(reproductions.toString(), "DIR"));
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    Path missing = reproductions.resolve("nowhere");
    ClaimFormatException exception =
        assertThrows(
            ClaimFormatException.class, () -> ClaimCatalogue.load(missing, ClaimFiles.METHODS));
    assertEquals(
        missing
            + ": found nothing; allowed: a folder that holds one folder with a claim.yaml for each"
            + " paper",
        exception.defects().get(0).toString());
  }

  private ClaimCatalogue twoPapers() {
    ClaimFiles.write(reproductions, "some-paper", ClaimFiles.VALID);
    String valid = ClaimFiles.with("id: some-paper", "id: other-paper");
    String again = valid.substring(valid.indexOf("  - id: first")).replace("first", "second");
    ClaimFiles.write(reproductions, "other-paper", valid + again);
    return ClaimCatalogue.load(reproductions, ClaimFiles.METHODS);
  }

  private static List<String> names(List<Claim> claims) {
    return claims.stream().map(Claim::reference).toList();
  }
}
