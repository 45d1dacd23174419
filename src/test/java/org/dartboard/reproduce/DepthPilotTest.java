package org.dartboard.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dartboard.claim.Profile;
import org.dartboard.engine.Precision;
import org.dartboard.report.csv.Studies;
import org.dartboard.report.data.Chart;
import org.dartboard.report.data.Study;
import org.dartboard.report.site.Site;
import org.dartboard.run.EpochTable;
import org.dartboard.run.FinishedSearch;
import org.dartboard.run.Ledger;
import org.dartboard.run.SearchFolders;
import org.dartboard.table.Nb201Table;
import org.dartboard.table.SyntheticTable;
import org.dartboard.table.TablePart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DepthPilotTest {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  @Test
  void thePageShowsTheLedgersRunsAndWhatTheRuleSays() throws IOException {
    Ledger ledger = Ledger.open(folder.resolve("ledger"));
    Nb201Table table = table();
    assertTrue(DepthPilot.study(ledger, table).isEmpty());
    List<FinishedSearch> searches = new ArrayList<>();
    searches.add(search(1, 0, "333311"));
    searches.add(search(1, 1, "111111"));
    searches.add(search(3, 0, "111133"));
    ledger.add(searches);

    Study study = DepthPilot.study(ledger, table).orElseThrow();
    assertTrue(study.conclusion().endsWith("The profile desk takes N = 3."), study.conclusion());
    assertEquals(3, study.rows().size());
    assertEquals(List.of("1", "0"), study.rows().get(0).subList(0, 2));
    assertEquals(List.of("2", "never"), study.rows().get(0).subList(3, 5));
    assertEquals(List.of("4", "1"), study.rows().get(2).subList(3, 5));
    Chart skips =
        study.charts().stream()
            .filter(chart -> chart.id().equals("skips"))
            .findFirst()
            .orElseThrow();
    // Seeds 0 and 1 of N = 1 are their mean, 4, with a band from 2 to 6.
    assertEquals("N = 1", skips.points().get(0).series());
    assertEquals(4, skips.points().get(0).y());

    Path out = folder.resolve("out");
    Studies.write(out, study);
    assertEquals(List.of(study), Studies.readAll(out));
    Site.generate(out);
    String page = Files.readString(out.resolve("studies/depth-pilot/index.html"));
    assertTrue(page.contains("The profile desk takes N = 3."));
    assertTrue(page.contains("skips.svg"));
    String index = Files.readString(out.resolve("index.html"));
    assertTrue(index.contains("studies/depth-pilot/index.html"));
  }

  @Test
  void skipsDominateFromTheEpochAfterWhichTheyStay() {
    EpochTable log =
        new EpochTable(
            List.of("epoch", "cell"),
            List.of(
                List.of("1", "111111"),
                List.of("2", "111333"),
                List.of("3", "111133"),
                List.of("4", "111111")),
            Map.of());
    assertEquals("3", DepthPilot.dominatedFrom(log));
  }

  private FinishedSearch search(int depth, long seed, String found) throws IOException {
    Map<String, String> configuration =
        SearchArms.plan(
                "darts-v1", Map.of("cells", (double) depth), Profile.DESK, Precision.FP32, seed)
            .configuration();
    Path place = folder.resolve(depth + "-" + seed);
    return FinishedSearch.read(SearchFolders.write(place, configuration, 5, found, Map.of()));
  }

  private Nb201Table table() throws IOException {
    Path place = Files.createDirectories(folder.resolve("table"));
    SyntheticTable.write(place);
    return SyntheticTable.load(place, Set.of(TablePart.ARCHITECTURES, TablePart.ACCURACIES));
  }
}
