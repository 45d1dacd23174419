package org.dartboard.cli;

import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Tells a person how far long work is: one line with the time left on a terminal; elsewhere a plain
 * line at the start of each task and no more.
 */
final class ProgressLine implements AutoCloseable {
  private final ProgressBar bar;

  private ProgressLine(ProgressBar bar) {
    this.bar = bar;
  }

  /** Set to {@code true} by the launcher where the error stream is a terminal. */
  static final String TERMINAL = "dartboard.terminal";

  static boolean onTerminal() {
    return Boolean.getBoolean(TERMINAL);
  }

  /** A line for work of a known number of steps, drawn on the error stream. */
  static ProgressLine start(String task, long steps) {
    return new ProgressLine(
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(steps)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis((int) Duration.ofMillis(200).toMillis())
            .build());
  }

  /** A line for work of a known number of bytes, counted in MiB. */
  static ProgressLine startBytes(String task, long bytes) {
    return new ProgressLine(
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(bytes)
            .setUnit(" MiB", 1 << 20)
            .showSpeed()
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis((int) Duration.ofMillis(200).toMillis())
            .build());
  }

  void step() {
    bar.step();
  }

  /** Says how many steps are done. */
  void stepTo(long steps) {
    bar.stepTo(steps);
  }

  @Override
  public void close() {
    bar.close();
  }
}
