package org.dartboard.benchmark.libtorch;

import org.bytedeco.pytorch.global.torch;

/** Autocast to bf16 while it is open, as PyTorch's context manager does it. */
final class Autocast implements AutoCloseable {
  private final boolean on;

  Autocast(boolean on) {
    this.on = on;
    if (on) {
      torch.set_autocast_enabled(torch.DeviceType.CPU, true);
      torch.set_autocast_dtype(torch.DeviceType.CPU, torch.ScalarType.BFloat16);
      torch.set_autocast_cache_enabled(true);
      torch.increment_nesting();
    }
  }

  @Override
  public void close() {
    if (on) {
      if (torch.decrement_nesting() == 0) {
        torch.clear_cache();
      }
      torch.set_autocast_enabled(torch.DeviceType.CPU, false);
    }
  }
}
