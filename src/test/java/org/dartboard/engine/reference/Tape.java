package org.dartboard.engine.reference;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Records operations as they are computed, and runs their derivatives in reverse order. */
final class Tape {
  private final Deque<Runnable> steps = new ArrayDeque<>();
  private final Rounding rounding;
  private double nearestCorner = Double.POSITIVE_INFINITY;
  private long sides = 1;

  Tape(Rounding rounding) {
    this.rounding = rounding;
  }

  /** Adds a derivative, to be run before those of all earlier operations. */
  void record(Runnable step) {
    steps.push(step);
  }

  /** Rounds a finished result, and its gradient before it is passed on. */
  private void finish(Value result, Runnable step) {
    round(result.data);
    record(
        () -> {
          round(result.gradient);
          step.run();
        });
  }

  private void round(double[] values) {
    rounding.round(values);
  }

  /** Runs back from a loss, whose gradient is 1. */
  void backward(Value loss) {
    loss.gradient[0] = 1;
    while (!steps.isEmpty()) {
      steps.pop().run();
    }
  }

  /** Convolution with padding (kernel - 1) / 2, without bias. */
  Images convolution(Images x, Value weight, int to, int kernel, int stride) {
    int pad = (kernel - 1) / 2;
    int side = (x.side() + 2 * pad - kernel) / stride + 1;
    Images y = new Images(x.count(), to, side);
    for (int n = 0; n < x.count(); n++) {
      for (int o = 0; o < to; o++) {
        for (int row = 0; row < side; row++) {
          for (int column = 0; column < side; column++) {
            double sum = 0;
            for (int c = 0; c < x.channels(); c++) {
              for (int i = 0; i < kernel; i++) {
                for (int j = 0; j < kernel; j++) {
                  int r = row * stride + i - pad;
                  int s = column * stride + j - pad;
                  if (r >= 0 && r < x.side() && s >= 0 && s < x.side()) {
                    int w = ((o * x.channels() + c) * kernel + i) * kernel + j;
                    sum += weight.data[w] * x.get(n, c, r, s);
                  }
                }
              }
            }
            y.value().data[y.at(n, o, row, column)] = sum;
          }
        }
      }
    }
    finish(y.value(), () -> convolutionBackward(x, weight, y, kernel, stride));
    return y;
  }

  private static void convolutionBackward(
      Images x, Value weight, Images y, int kernel, int stride) {
    int pad = (kernel - 1) / 2;
    for (int n = 0; n < x.count(); n++) {
      for (int o = 0; o < y.channels(); o++) {
        for (int row = 0; row < y.side(); row++) {
          for (int column = 0; column < y.side(); column++) {
            double g = y.value().gradient[y.at(n, o, row, column)];
            for (int c = 0; c < x.channels(); c++) {
              for (int i = 0; i < kernel; i++) {
                for (int j = 0; j < kernel; j++) {
                  int r = row * stride + i - pad;
                  int s = column * stride + j - pad;
                  if (r >= 0 && r < x.side() && s >= 0 && s < x.side()) {
                    int w = ((o * x.channels() + c) * kernel + i) * kernel + j;
                    weight.gradient[w] += g * x.get(n, c, r, s);
                    x.value().gradient[x.at(n, c, r, s)] += g * weight.data[w];
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  Images relu(Images x) {
    Images y = x.sameShape();
    Value from = x.value();
    Value to = y.value();
    for (int i = 0; i < from.length(); i++) {
      to.data[i] = Math.max(0, from.data[i]);
    }
    noteCorners(from.data);
    record(
        () -> {
          for (int i = 0; i < from.length(); i++) {
            from.gradient[i] += from.data[i] > 0 ? to.gradient[i] : 0;
          }
        });
    return y;
  }

  private void noteCorners(double[] values) {
    double size = rootMeanSquare(values);
    for (double value : values) {
      sides = 31 * sides + (value > 0 ? 2 : 1);
      if (value != 0) {
        nearestCorner = Math.min(nearestCorner, Math.abs(value) / size);
      }
    }
  }

  static double rootMeanSquare(double[] values) {
    double squares = 0;
    for (double value : values) {
      squares += value * value / values.length;
    }
    return Math.sqrt(squares);
  }

  /** Notes that a choice was made between two numbers, which are equal at the corner. */
  void noteChoice(double better, double worse, double scale) {
    // What is equal but for the rounding of doubles is equal.
    if (better - worse > 1e-12 * scale) {
      nearestCorner = Math.min(nearestCorner, (better - worse) / scale);
    }
  }

  /**
   * How near any ReLU came to its corner without standing on it, as a share of the root mean square
   * of what that ReLU saw; or any choice of a largest value to another one, as a share of the
   * values' size.
   */
  double nearestCorner() {
    return nearestCorner;
  }

  /**
   * A digest of which side of its corner each input of each ReLU is on: two evaluations of one
   * network that differ in it lie on different smooth pieces of the loss.
   */
  long sides() {
    return sides;
  }

  /** Average pooling with a square window; places in the padding are not counted. */
  Images averagePool(Images x, int kernel, int stride, int pad) {
    int side = (x.side() + 2 * pad - kernel) / stride + 1;
    Images y = new Images(x.count(), x.channels(), side);
    eachPooled(
        x,
        y,
        kernel,
        stride,
        pad,
        (from, to, size) -> y.value().data[to] += x.value().data[from] / size);
    finish(
        y.value(),
        () ->
            eachPooled(
                x,
                y,
                kernel,
                stride,
                pad,
                (from, to, size) -> x.value().gradient[from] += y.value().gradient[to] / size));
    return y;
  }

  private interface Pooled {
    void visit(int from, int to, int windowSize);
  }

  private static void eachPooled(
      Images x, Images y, int kernel, int stride, int pad, Pooled visitor) {
    for (int n = 0; n < x.count(); n++) {
      for (int c = 0; c < x.channels(); c++) {
        for (int row = 0; row < y.side(); row++) {
          for (int column = 0; column < y.side(); column++) {
            int top = Math.max(0, row * stride - pad);
            int bottom = Math.min(x.side(), row * stride - pad + kernel);
            int left = Math.max(0, column * stride - pad);
            int right = Math.min(x.side(), column * stride - pad + kernel);
            for (int r = top; r < bottom; r++) {
              for (int s = left; s < right; s++) {
                visitor.visit(
                    x.at(n, c, r, s), y.at(n, c, row, column), (bottom - top) * (right - left));
              }
            }
          }
        }
      }
    }
  }

  /** The mean and the biased variance of each channel: [mean of all, then variance of all]. */
  static double[][] moments(Images x) {
    double[][] moments = new double[2][x.channels()];
    double count = (double) x.count() * x.area();
    for (int c = 0; c < x.channels(); c++) {
      for (int n = 0; n < x.count(); n++) {
        for (int i = 0; i < x.area(); i++) {
          moments[0][c] += x.value().data[x.at(n, c, 0, i)] / count;
        }
      }
      for (int n = 0; n < x.count(); n++) {
        for (int i = 0; i < x.area(); i++) {
          double centred = x.value().data[x.at(n, c, 0, i)] - moments[0][c];
          moments[1][c] += centred * centred / count;
        }
      }
    }
    return moments;
  }

  /**
   * Batch norm.
   *
   * @param gamma scale, or null for 1
   * @param beta shift, or null for 0
   * @param fixed mean and variance to use in place of the batch's, or null
   */
  Images norm(
      Images x,
      @Nullable Value gamma,
      @Nullable Value beta,
      double epsilon,
      double @Nullable [][] fixed) {
    double[][] moments = fixed == null ? moments(x) : fixed;
    Images normal = x.sameShape();
    for (int c = 0; c < x.channels(); c++) {
      double inverse = 1 / Math.sqrt(moments[1][c] + epsilon);
      for (int n = 0; n < x.count(); n++) {
        for (int i = 0; i < x.area(); i++) {
          int at = x.at(n, c, 0, i);
          normal.value().data[at] = (x.value().data[at] - moments[0][c]) * inverse;
        }
      }
    }
    finish(normal.value(), () -> normBackward(x, normal, moments[1], epsilon, fixed == null));
    return gamma == null || beta == null ? normal : affine(normal, gamma, beta);
  }

  private static void normBackward(
      Images x, Images normal, double[] variance, double epsilon, boolean ofBatch) {
    double count = (double) x.count() * x.area();
    for (int c = 0; c < x.channels(); c++) {
      double meanGradient = 0;
      double meanProduct = 0;
      for (int n = 0; n < x.count(); n++) {
        for (int i = 0; i < x.area(); i++) {
          int at = x.at(n, c, 0, i);
          meanGradient += normal.value().gradient[at] / count;
          meanProduct += normal.value().gradient[at] * normal.value().data[at] / count;
        }
      }
      double inverse = 1 / Math.sqrt(variance[c] + epsilon);
      for (int n = 0; n < x.count(); n++) {
        for (int i = 0; i < x.area(); i++) {
          int at = x.at(n, c, 0, i);
          double g = normal.value().gradient[at];
          double throughMoments =
              ofBatch ? meanGradient + normal.value().data[at] * meanProduct : 0;
          x.value().gradient[at] += inverse * (g - throughMoments);
        }
      }
    }
  }

  private Images affine(Images x, Value gamma, Value beta) {
    Images y = x.sameShape();
    eachChannel(
        x, (at, c) -> y.value().data[at] = gamma.data[c] * x.value().data[at] + beta.data[c]);
    finish(
        y.value(),
        () ->
            eachChannel(
                x,
                (at, c) -> {
                  double g = y.value().gradient[at];
                  x.value().gradient[at] += gamma.data[c] * g;
                  gamma.gradient[c] += g * x.value().data[at];
                  beta.gradient[c] += g;
                }));
    return y;
  }

  private interface InChannel {
    void visit(int at, int channel);
  }

  private static void eachChannel(Images x, InChannel visitor) {
    for (int n = 0; n < x.count(); n++) {
      for (int c = 0; c < x.channels(); c++) {
        for (int i = 0; i < x.area(); i++) {
          visitor.visit(x.at(n, c, 0, i), c);
        }
      }
    }
  }

  /** sum += factor[index] * x. */
  void addScaled(Images sum, Images x, Value factor, int index) {
    Value from = x.value();
    Value to = sum.value();
    for (int i = 0; i < from.length(); i++) {
      to.data[i] += factor.data[index] * from.data[i];
    }
    finish(
        to,
        () -> {
          for (int i = 0; i < from.length(); i++) {
            from.gradient[i] += factor.data[index] * to.gradient[i];
            factor.gradient[index] += to.gradient[i] * from.data[i];
          }
        });
  }

  /** sum += number[index] everywhere. */
  void addNumber(Images sum, Value number, int index) {
    Value to = sum.value();
    for (int i = 0; i < to.length(); i++) {
      to.data[i] += number.data[index];
    }
    record(
        () -> {
          for (int i = 0; i < to.length(); i++) {
            number.gradient[index] += to.gradient[i];
          }
        });
  }

  /** x times numbers that are no part of the function's arguments. */
  Images times(Images x, double[] numbers) {
    Images y = x.sameShape();
    for (int i = 0; i < numbers.length; i++) {
      y.value().data[i] = x.value().data[i] * numbers[i];
    }
    record(
        () -> {
          for (int i = 0; i < numbers.length; i++) {
            x.value().gradient[i] += y.value().gradient[i] * numbers[i];
          }
        });
    return y;
  }

  /**
   * Channels taken from two sets of images: channel c of the result is channel {@code choice[c]} of
   * {@code x}, or, counted from x's channels on, of {@code rest}.
   */
  Images channels(Images x, Images rest, int[] choice) {
    Images y = new Images(x.count(), choice.length, x.side());
    for (int c = 0; c < choice.length; c++) {
      Images from = choice[c] < x.channels() ? x : rest;
      int channel = choice[c] < x.channels() ? choice[c] : choice[c] - x.channels();
      for (int n = 0; n < x.count(); n++) {
        for (int i = 0; i < x.area(); i++) {
          y.value().data[y.at(n, c, 0, i)] = from.value().data[from.at(n, channel, 0, i)];
        }
      }
      int to = c;
      record(
          () -> {
            for (int n = 0; n < x.count(); n++) {
              for (int i = 0; i < x.area(); i++) {
                from.value().gradient[from.at(n, channel, 0, i)] +=
                    y.value().gradient[y.at(n, to, 0, i)];
              }
            }
          });
    }
    return y;
  }

  /** The mean of each channel of each image: one pixel each. */
  Images globalAverage(Images x) {
    return averagePool(x, x.side(), 1, 0);
  }

  /** The largest value of each channel of each image: one pixel each. */
  Images globalMaximum(Images x) {
    Images y = new Images(x.count(), x.channels(), 1);
    double size = rootMeanSquare(x.value().data);
    for (int n = 0; n < x.count(); n++) {
      for (int c = 0; c < x.channels(); c++) {
        int best = x.at(n, c, 0, 0);
        for (int i = 1; i < x.area(); i++) {
          best = x.value().data[x.at(n, c, 0, i)] > x.value().data[best] ? x.at(n, c, 0, i) : best;
        }
        int from = best;
        int to = y.at(n, c, 0, 0);
        for (int i = 0; i < x.area(); i++) {
          double other = x.value().data[x.at(n, c, 0, i)];
          noteChoice(x.value().data[best], other, size);
        }
        y.value().data[to] = x.value().data[from];
        record(() -> x.value().gradient[from] += y.value().gradient[to]);
      }
    }
    return y;
  }

  /** sigmoid(a + b). */
  Images sigmoidOfSum(Images a, Images b) {
    Images y = a.sameShape();
    for (int i = 0; i < y.value().length(); i++) {
      y.value().data[i] = 1 / (1 + Math.exp(-a.value().data[i] - b.value().data[i]));
    }
    record(
        () -> {
          for (int i = 0; i < y.value().length(); i++) {
            double s = y.value().data[i];
            double g = y.value().gradient[i] * s * (1 - s);
            a.value().gradient[i] += g;
            b.value().gradient[i] += g;
          }
        });
    return y;
  }

  /** x times one number for each channel of each image. */
  Images timesEach(Images x, Images factor) {
    Images y = x.sameShape();
    for (int i = 0; i < x.value().length(); i++) {
      y.value().data[i] = x.value().data[i] * factor.value().data[i / x.area()];
    }
    finish(
        y.value(),
        () -> {
          for (int i = 0; i < x.value().length(); i++) {
            double g = y.value().gradient[i];
            x.value().gradient[i] += g * factor.value().data[i / x.area()];
            factor.value().gradient[i / x.area()] += g * x.value().data[i];
          }
        });
    return y;
  }

  /** One pixel with a bias added to each channel. */
  Images plusBias(Images x, Value bias) {
    Images y = x.sameShape();
    eachChannel(x, (at, c) -> y.value().data[at] = x.value().data[at] + bias.data[c]);
    record(
        () ->
            eachChannel(
                x,
                (at, c) -> {
                  x.value().gradient[at] += y.value().gradient[at];
                  bias.gradient[c] += y.value().gradient[at];
                }));
    return y;
  }

  /** The mean over images of the negative log of the label's softmax. */
  Value crossEntropy(Images logits, int[] labels) {
    Value loss = new Value(1);
    int classes = logits.channels();
    double[] probability = new double[logits.value().length()];
    for (int n = 0; n < logits.count(); n++) {
      double sum = 0;
      for (int k = 0; k < classes; k++) {
        sum += Math.exp(logits.value().data[n * classes + k]);
      }
      for (int k = 0; k < classes; k++) {
        probability[n * classes + k] = Math.exp(logits.value().data[n * classes + k]) / sum;
      }
      loss.data[0] -= Math.log(probability[n * classes + labels[n]]) / logits.count();
    }
    record(
        () -> {
          for (int n = 0; n < logits.count(); n++) {
            for (int k = 0; k < classes; k++) {
              double target = k == labels[n] ? 1 : 0;
              logits.value().gradient[n * classes + k] +=
                  loss.gradient[0] * (probability[n * classes + k] - target) / logits.count();
            }
          }
        });
    return loss;
  }
}
