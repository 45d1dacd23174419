/**
 * The command line: parses arguments, calls the packages below, prints for people and scripts.
 *
 * <p>Only this package may write to the standard streams or end the process. No command computes
 * anything itself; what a command does is in the package that owns it. Exit codes are in {@link
 * org.dartboard.cli.ExitCode}.
 */
@NullMarked
package org.dartboard.cli;

import org.jspecify.annotations.NullMarked;
