package org.dartboard.claim;

import java.util.List;
import java.util.Optional;

/** A paper and its claims, in the order of the file. */
public record ClaimFile(Paper paper, List<Claim> claims) {
  public ClaimFile {
    claims = List.copyOf(claims);
  }

  /** The claim with the given identifier within the paper. */
  public Optional<Claim> claim(String id) {
    return claims.stream().filter(claim -> claim.id().equals(id)).findFirst();
  }
}
