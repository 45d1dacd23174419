package org.dartboard.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dartboard.report.data.SeriesPoint;
import org.junit.jupiter.api.Test;

class RowLayoutTest {
  private static final String LONG =
      "DARTS, first order, 50 epochs, under the settings of SmoothDARTS and of R-DARTS, at full"
          + " size, with batches of 64";

  @Test
  void onlyRowsWhoseLabelsAreTooWideAreHigher() {
    RowLayout layout = layout("", "one", LONG, "three");
    List<RowLayout.Placed> rows = layout.rows();
    assertEquals(1, rows.get(0).height(), 1e-12);
    assertEquals(1, rows.get(2).height(), 1e-12);
    int lines = rows.get(1).lines().size();
    assertTrue(lines > 1);
    // A row of one line has 100 pixels here, so that a unit is a hundred of them.
    assertEquals(1 + (lines - 1) * layout.line() / 100.0, rows.get(1).height(), 1e-12);
  }

  @Test
  void rowsLieOnEachOther() {
    RowLayout layout = layout("", LONG, "two", LONG, "four");
    double top = layout.height();
    for (RowLayout.Placed row : layout.rows()) {
      assertEquals(top, row.top(), 1e-12);
      top = row.bottom();
    }
    assertEquals(0, top);
  }

  @Test
  void aLabelIsWholeAndLeavesRoomForTheCount() {
    String count = "1,000,000 runs";
    List<String> lines = layout(count, LONG).rows().get(0).lines();
    assertEquals(LONG, String.join(" ", lines));
    double taken = Letters.width(count, Size.WIDE.small());
    for (String line : lines) {
      assertTrue(Letters.width(line, Size.WIDE.label()) + taken < Size.WIDE.width() - 24, line);
    }
  }

  private static RowLayout layout(String count, String... labels) {
    List<Row> rows =
        List.of(labels).stream()
            .map(label -> new Row(label, List.of(SeriesPoint.dot("run", label, 1))))
            .toList();
    return new RowLayout(rows, 100, rows.stream().map(row -> count).toList(), Size.WIDE);
  }
}
