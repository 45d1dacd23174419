package org.dartboard.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dartboard.report.csv.Studies;
import org.dartboard.report.data.Study;
import org.dartboard.space.Cell;
import org.dartboard.table.EmbeddedFiles;
import org.dartboard.table.EmbeddedTable;
import org.dartboard.table.Nb201Table;
import org.dartboard.table.SyntheticTable;
import org.dartboard.table.TablePart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStudyTest {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @Test
  void thePageWarnsCountsEveryCellAndClaimsNothingOfAnAbsentTable() throws IOException {
    Study study = EmbeddedStudy.of(embedded(), Optional.empty());

    assertTrue(study.standIn().startsWith("EMBEDDED STAND-IN, NOT NAS-BENCH-201"), study::standIn);
    assertEquals(List.of("seeds", "2"), study.rows().get(0));
    assertTrue(study.conclusion().contains("is not shown"), study::conclusion);
    assertTrue(study.rows().stream().noneMatch(row -> row.get(0).startsWith("Spearman, cifar")));
    // Each bin is drawn by its two ends.
    double cells =
        study.charts().get(0).points().stream()
                .mapToDouble(p -> Objects.requireNonNull(p.y()))
                .sum()
            / 2;
    assertEquals(Cell.COUNT, cells);
    assertTrue(study.command().contains(" --seeds 2 "), study::command);
  }

  @Test
  void withThePublishedTableThePageHasTheRankCorrelationsButStillWarns() throws IOException {
    Study study = EmbeddedStudy.of(embedded(), Optional.of(published()));

    assertTrue(study.standIn().startsWith("EMBEDDED STAND-IN, NOT NAS-BENCH-201"), study::standIn);
    assertTrue(study.conclusion().contains("at the end of the figures below"), study::conclusion);
    List<String> names = study.rows().stream().map(row -> row.get(0)).toList();
    for (String key :
        List.of("cifar10-valid valid after 12 epochs", "cifar10 test after 200 epochs")) {
      assertTrue(names.contains("Spearman, " + key), names::toString);
      assertTrue(names.contains("Kendall, " + key), names::toString);
    }
    assertTrue(names.stream().anyMatch(name -> name.startsWith("NAS-Bench-201, ")));
  }

  @Test
  void rankCorrelationsGiveWayOnlyToTheirLikeOrWhenAsked() throws IOException {
    Study full = EmbeddedStudy.of(embedded(), Optional.of(published()));
    Study bare = EmbeddedStudy.of(embedded(), Optional.empty());
    assertEquals(List.of(), write(bare, false));
    assertEquals(List.of(), write(full, false));
    assertEquals(List.of("studies/embedded-table"), write(bare, false));
    assertEquals(Optional.of(full), Studies.read(reports(), full.id()));

    assertEquals(List.of(), write(bare, true));
    assertEquals(Optional.of(bare), Studies.read(reports(), bare.id()));
  }

  @Test
  void thePageOfAnotherEmbeddedTableGivesWay() throws IOException {
    write(EmbeddedStudy.of(embedded(), Optional.of(published())), false);
    EmbeddedFiles.write(folder.resolve("other"), 1);
    Study other = EmbeddedStudy.of(EmbeddedTable.read(folder.resolve("other")), Optional.empty());
    assertEquals(List.of(), write(other, false));
    assertEquals(Optional.of(other), Studies.read(reports(), other.id()));
  }

  /** Writes the page into the report, and gives the pages that stayed. */
  private List<String> write(Study study, boolean replace) throws IOException {
    List<String> kept = new ArrayList<>();
    Observer observer =
        new Observer() {
          @Override
          public void pageKept(String page) {
            kept.add(page);
          }
        };
    new ReportFolder(reports(), replace, observer).write(study);
    return kept;
  }

  private Path reports() {
    return folder.resolve("reports");
  }

  private EmbeddedTable embedded() throws IOException {
    EmbeddedFiles.write(folder.resolve("embedded"), 2);
    return EmbeddedTable.read(folder.resolve("embedded"));
  }

  /** A table that counts as the published one. */
  private Nb201Table published() throws IOException {
    Path place = Files.createDirectories(folder.resolve("table"));
    SyntheticTable.write(place);
    return SyntheticTable.load(place, EnumSet.of(TablePart.ARCHITECTURES, TablePart.ACCURACIES));
  }
}
