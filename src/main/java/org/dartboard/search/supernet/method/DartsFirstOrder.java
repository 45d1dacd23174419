package org.dartboard.search.supernet.method;

import java.util.List;
import org.dartboard.search.MethodDescription;
import org.dartboard.search.supernet.PolicyContext;
import org.dartboard.search.supernet.SearchSettings;
import org.dartboard.search.supernet.SupernetMethod;

/**
 * DARTS of first order (Liu, Simonyan and Yang, ICLR 2019, section 2.3 with xi = 0): alpha moves
 * against dL_val(w, alpha)/dalpha with the weights as they are.
 *
 * <p>Settings and order are those of NAS-Bench-201's DARTS-V1: 50 epochs, weights first.
 */
final class DartsFirstOrder extends AlphaPolicy {
  static final SupernetMethod METHOD =
      new SupernetMethod(
          new MethodDescription(
              "darts-v1",
              "DARTS, first order",
              "Liu, Simonyan, Yang: DARTS: Differentiable Architecture Search",
              2019,
              "Moves a softmax over operations by the gradient of the validation loss."),
          "",
          SearchSettings.benchmark(),
          List.of(),
          DartsFirstOrder::new);

  private DartsFirstOrder(PolicyContext context) {
    super(context);
  }
}
