package org.dartboard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dartboard.testing.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReproduceCommandTest {
  private static final String CORRELATION = "Spearman, cifar10 test after 200 epochs";

  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path out;

  @Test
  void thePageOnTheEmbeddedTableKeepsItsRankCorrelationsUnlessAsked() throws IOException {
    RealData.assumeTable();
    reproduce();
    assertTrue(page().contains(CORRELATION));

    Invocation without = reproduce("--data", "embedded");
    assertTrue(without.err().contains("studies/embedded-table: the page stays"), without::err);
    assertTrue(page().contains(CORRELATION));

    reproduce("--data", "embedded", "--replace");
    assertFalse(page().contains(CORRELATION));
  }

  @Test
  void aFolderWithoutALedgerIsNamed() throws IOException {
    String missing = out + " has no ledger, so claims on searches and trainings read 'not run'";
    assertTrue(reproduce().err().contains(missing));
    Files.createDirectories(out.resolve("ledger"));
    assertFalse(reproduce().err().contains(missing));
  }

  private String page() throws IOException {
    return Files.readString(out.resolve("studies/embedded-table/index.html"));
  }

  private Invocation reproduce(String... options) {
    List<String> arguments = new ArrayList<>(List.of("reproduce", "ceiling"));
    arguments.addAll(List.of("--profile", "smoke", "--threads", "1", "--out", out.toString()));
    arguments.addAll(List.of(options));
    Invocation run = Invocation.of(arguments.toArray(new String[0]));
    assertEquals(ExitCode.DONE, run.code(), run::err);
    return run;
  }
}
