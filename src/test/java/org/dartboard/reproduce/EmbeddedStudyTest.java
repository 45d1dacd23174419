package org.dartboard.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dartboard.report.data.Study;
import org.dartboard.space.Cell;
import org.dartboard.table.EmbeddedFiles;
import org.dartboard.table.EmbeddedTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStudyTest {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @Test
  void thePageWarnsCountsEveryCellAndClaimsNothingOfAnAbsentTable() throws IOException {
    EmbeddedFiles.write(folder, 2);
    Study study = EmbeddedStudy.of(EmbeddedTable.read(folder), Optional.empty());

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
  }
}
