package org.dartboard.engine.nd4j;

import org.dartboard.engine.Supernet;
import org.dartboard.engine.SupernetContractTest;
import org.dartboard.engine.SupernetSpec;

class Nd4jContractTest extends SupernetContractTest {
  @Override
  protected Supernet create(SupernetSpec spec, int maximumBatch) {
    return new Nd4jSupernet(spec, maximumBatch);
  }

  @Override
  protected long nativeBytes(Supernet supernet) {
    return ((Nd4jSupernet) supernet).nativeBytes();
  }
}
