package org.dartboard.descent;

import java.util.ArrayList;
import java.util.List;

/**
 * The constants of stochastic gradient descent.
 *
 * @param momentum the share of the velocity that stays, 0 or more and below 1
 * @param nesterov whether the step looks ahead along the velocity
 * @param weightDecay the share of the weights that is added to the gradient, 0 or more
 * @param gradientClip the largest norm that a gradient may have; 0 where any may
 */
public record Descent(double momentum, boolean nesterov, double weightDecay, double gradientClip) {
  /**
   * @throws IllegalArgumentException naming every constant that is out of range
   */
  public Descent {
    List<String> defects = new ArrayList<>();
    if (!(momentum >= 0 && momentum < 1)) {
      defects.add("momentum " + momentum + " is not at least 0 and below 1");
    }
    if (!(weightDecay >= 0 && Double.isFinite(weightDecay))) {
      defects.add("weight decay " + weightDecay + " is not at least 0 and finite");
    }
    if (!(gradientClip >= 0 && Double.isFinite(gradientClip))) {
      defects.add("gradient clip " + gradientClip + " is not at least 0 and finite");
    }
    if (!defects.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", defects));
    }
  }
}
