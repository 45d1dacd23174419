package org.dartboard.table;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Two checksums for every 625 rows of a column, which find a changed value and what it was.
 *
 * <p>With the canonical values c of a block, the first is the sum of w(i) c(i) and the second the
 * sum of i w(i) c(i), modulo the prime 2^61 - 1, with w(i) = 3^i. If one value was changed by d,
 * the sums change by w(i) d and i w(i) d: their quotient is the row, and d follows. This is the
 * Reed-Solomon code of distance three. If more values were changed, the quotient is a row only by
 * an accident of probability 3e-16.
 */
final class BlockSums {
  private static final int BLOCK = 625;
  private static final BigInteger PRIME = BigInteger.ONE.shiftLeft(61).subtract(BigInteger.ONE);
  private static final BigInteger BASE = BigInteger.valueOf(3);

  private BlockSums() {}

  /** The checksums of canonical values, in printable form. */
  static String of(long[] canonical) {
    ByteBuffer sums = ByteBuffer.allocate(2 * Long.BYTES * blocks(canonical.length));
    for (int start = 0; start < canonical.length; start += BLOCK) {
      for (BigInteger sum : sums(canonical, start)) {
        sums.putLong(sum.longValueExact());
      }
    }
    return Base64.getEncoder().encodeToString(sums.array());
  }

  /**
   * A change that the checksums tell of.
   *
   * @param row the changed row, or the first of the block if several were changed
   * @param lastRow the same row, or the last of the block
   * @param expected the canonical value that should stand there, if one was changed
   */
  record Change(int row, int lastRow, long expected) {
    boolean isLocated() {
      return row == lastRow;
    }
  }

  /** What changed since the checksums were taken of as many values. */
  static List<Change> changes(long[] canonical, String printed) {
    ByteBuffer expected = ByteBuffer.wrap(Base64.getDecoder().decode(printed));
    List<Change> changes = new ArrayList<>();
    for (int start = 0; start < canonical.length; start += BLOCK) {
      BigInteger[] sums = sums(canonical, start);
      BigInteger first = sums[0].subtract(BigInteger.valueOf(expected.getLong())).mod(PRIME);
      BigInteger second = sums[1].subtract(BigInteger.valueOf(expected.getLong())).mod(PRIME);
      if (first.signum() != 0 || second.signum() != 0) {
        changes.add(change(canonical, start, first, second));
      }
    }
    return changes;
  }

  private static Change change(long[] canonical, int start, BigInteger first, BigInteger second) {
    int end = Math.min(start + BLOCK, canonical.length);
    if (first.signum() != 0) {
      BigInteger offset = second.multiply(first.modInverse(PRIME)).mod(PRIME);
      if (offset.compareTo(BigInteger.valueOf(end - start)) < 0) {
        int row = start + offset.intValueExact();
        BigInteger difference =
            first.multiply(BASE.modPow(offset, PRIME).modInverse(PRIME)).mod(PRIME);
        return new Change(row, row, canonical[row] - signed(difference));
      }
    }
    return new Change(start, end - 1, 0);
  }

  private static BigInteger[] sums(long[] canonical, int start) {
    int end = Math.min(start + BLOCK, canonical.length);
    BigInteger first = BigInteger.ZERO;
    BigInteger second = BigInteger.ZERO;
    BigInteger weight = BigInteger.ONE;
    for (int row = start; row < end; row++) {
      BigInteger term = weight.multiply(BigInteger.valueOf(canonical[row])).mod(PRIME);
      first = first.add(term);
      second = second.add(term.multiply(BigInteger.valueOf(row - start)));
      weight = weight.multiply(BASE).mod(PRIME);
    }
    return new BigInteger[] {first.mod(PRIME), second.mod(PRIME)};
  }

  /** The representative nearest to zero, which a difference of canonical values always is. */
  private static long signed(BigInteger value) {
    return value.shiftLeft(1).compareTo(PRIME) > 0
        ? value.subtract(PRIME).longValueExact()
        : value.longValueExact();
  }

  private static int blocks(int rows) {
    return (rows + BLOCK - 1) / BLOCK;
  }
}
