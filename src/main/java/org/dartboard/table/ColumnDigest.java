package org.dartboard.table;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.dartboard.io.Digests;

/**
 * What is remembered of a column instead of its values.
 *
 * @param rows how many values it has
 * @param sha256 the digest of its canonical values, eight bytes each, highest first
 * @param sums the checksums that find a changed value
 */
record ColumnDigest(int rows, String sha256, String sums) {
  static ColumnDigest of(ValueKind kind, double[] values) {
    long[] canonical = canonical(kind, values);
    return new ColumnDigest(values.length, sha256(canonical), BlockSums.of(canonical));
  }

  static long[] canonical(ValueKind kind, double[] values) {
    long[] canonical = new long[values.length];
    for (int row = 0; row < values.length; row++) {
      canonical[row] = kind.canonical(values[row]);
    }
    return canonical;
  }

  static String sha256(long[] canonical) {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * canonical.length);
    bytes.asLongBuffer().put(canonical);
    return HexFormat.of().formatHex(Digests.newSha256().digest(bytes.array()));
  }
}
