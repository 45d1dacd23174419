package org.dartboard.engine.onednn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenMpTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {"1|1", "2,1|2", " 3 ,1|3", "many|8", "0|8", "-2|8", "1.5|8", ",|8", "''|8", "12|12"})
  void theFirstNumberThatIsAskedForCounts(String set, int threads) {
    assertEquals(threads, OpenMp.threads(Map.of("OMP_NUM_THREADS", set), 8));
  }

  @Test
  void withoutBeingAskedItIsTheProcessorsUpToTheLimit() {
    assertEquals(8, OpenMp.threads(Map.of(), 8));
    assertEquals(5, OpenMp.threads(Map.of("OMP_THREAD_LIMIT", "5"), 8));
    assertEquals(4, OpenMp.threads(Map.of("OMP_THREAD_LIMIT", "4", "OMP_NUM_THREADS", "6"), 8));
    assertEquals(8, OpenMp.threads(Map.of("OMP_THREAD_LIMIT", "few"), 8));
  }

  @Test
  void listsOfProcessorsAreCounted() {
    assertEquals(OptionalInt.of(2), OpenMp.count("\t0-1"));
    assertEquals(OptionalInt.of(7), OpenMp.count("0-3,8,10-11"));
    assertEquals(OptionalInt.empty(), OpenMp.count("all"));
    assertEquals(OptionalInt.empty(), OpenMp.count(""));
  }
}
