package org.dartboard.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.dartboard.io.Digests;

/**
 * Random streams derived from (scope, seed, purpose).
 *
 * <p>Two streams with different names are independent for all practical purposes, since their
 * states are different SHA-256 digests; the same name gives the same numbers on every machine.
 *
 * @param scope what the numbers are drawn for, such as a method or a claim
 * @param seed the trial's seed
 */
public record RandomStreams(String scope, long seed) {

  /**
   * A new generator, at its beginning, for one purpose of this trial.
   *
   * @param purpose such as {@code mutation}; one purpose, one stream
   */
  public UniformRandomProvider stream(String purpose) {
    return RandomSource.XO_SHI_RO_256_PP.create(state(purpose));
  }

  private long[] state(String purpose) {
    ByteBuffer digest = ByteBuffer.wrap(Digests.newSha256().digest(bytes(purpose)));
    return new long[] {digest.getLong(), digest.getLong(), digest.getLong(), digest.getLong()};
  }

  private byte[] bytes(String purpose) {
    return (scope + '\n' + seed + '\n' + purpose).getBytes(StandardCharsets.UTF_8);
  }
}
