package org.dartboard.importing.nats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.dartboard.importing.TableText;
import org.dartboard.table.LearningCurves;
import org.dartboard.table.LearningCurves.Measure;

/** The lines of learning curves, compressed. */
final class CurveText {
  private static final Measure[] MEASURES = Measure.values();
  private static final double MILLION = 1e6;

  /** Below it, a product with a million is off by far less than {@link #MARGIN}. */
  private static final double LARGEST = 1e6;

  private static final double MARGIN = 1e-3;

  private CurveText() {}

  /** A file's text without its header. */
  static String of(NatsRecord record) {
    StringBuilder text = new StringBuilder(1 << 18);
    for (NatsTraining training : record.trainings()) {
      String key =
          record.index()
              + ","
              + training.budget()
              + ","
              + training.dataset()
              + ","
              + training.seed()
              + ",";
      for (int epoch = 0; epoch < training.epochs(); epoch++) {
        text.append(key).append(epoch);
        for (Measure measure : MEASURES) {
          text.append(',');
          append(text, training.at(measure, epoch));
        }
        text.append('\n');
      }
    }
    return text.toString();
  }

  /** A whole file; compressed for speed, since there are three gigabytes of them. */
  static byte[] file(List<String> texts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out =
        new GZIPOutputStream(bytes) {
          {
            def.setLevel(Deflater.BEST_SPEED);
          }
        }) {
      out.write((LearningCurves.header() + "\n").getBytes(StandardCharsets.US_ASCII));
      for (String text : texts) {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Writes a number as {@link TableText#sixDecimals} does, but fast where the sixth decimal is
   * beyond doubt.
   */
  static void append(StringBuilder text, double value) {
    if (Double.isNaN(value)) {
      return;
    }
    double scaled = value * MILLION;
    double rounded = Math.rint(scaled);
    if (!(value >= 0 && value < LARGEST) || Math.abs(scaled - rounded) > 0.5 - MARGIN) {
      text.append(TableText.sixDecimals(value));
      return;
    }
    long whole = (long) rounded;
    text.append(whole / 1_000_000);
    int decimals = (int) (whole % 1_000_000);
    if (decimals == 0) {
      return;
    }
    text.append('.');
    for (int unit = 100_000; decimals > 0; unit /= 10) {
      text.append((char) ('0' + decimals / unit));
      decimals %= unit;
    }
  }
}
