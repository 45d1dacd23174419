package org.dartboard.engine.onednn;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.bytedeco.javacpp.Pointer;

/** The machine's memory. */
final class PhysicalMemory {
  private PhysicalMemory() {}

  /** Bytes that this process can still take, of the machine or, if less, of its container. */
  static long available() {
    long ofMachine = Pointer.availablePhysicalBytes();
    // Java knows a container's limit; what else runs in the container it does not tell.
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long ofContainer = system.getTotalMemorySize() - Pointer.physicalBytes();
    return Math.min(ofMachine, ofContainer);
  }
}
