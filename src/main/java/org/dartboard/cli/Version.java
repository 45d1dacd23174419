package org.dartboard.cli;

import org.dartboard.run.Machine;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "Dartboard " + Machine.version() + ", revision " + Machine.revision(),
      "Java " + System.getProperty("java.runtime.version")
    };
  }
}
