package org.dartboard.search.supernet.method;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.dartboard.search.supernet.SupernetMethod;
import org.dartboard.space.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What methods add to the validation loss, against central differences of the papers' formulas. */
class PenaltiesTest {
  private static final int EPOCH = 3;
  private static final int EPOCHS = 9;

  @Test
  void betaDartsPenalisesTheMeanLogSumExp() {
    assertPenalty(
        BetaDarts.METHOD,
        Map.of("penalty", 50),
        alpha -> {
          double sum = 0;
          for (int edge = 0; edge < 6; edge++) {
            double exponentials = 0;
            for (int code = 0; code < 5; code++) {
              exponentials += Math.exp(alpha[edge * 5 + code]);
            }
            sum += Math.log(exponentials);
          }
          return 50.0 * EPOCH / EPOCHS * sum / 6;
        });
  }

  @Test
  void fairDartsRewardsSigmoidsFarFromAHalf() {
    assertPenalty(
        FairDarts.METHOD,
        Map.of("zeroOneWeight", 10),
        alpha -> {
          double sum = 0;
          for (int i = 0; i < alpha.length; i++) {
            // The first of five is 'none', which is no operation of this method.
            sum += i % 5 == 0 ? 0 : Math.pow(1 / (1 + Math.exp(-alpha[i])) - 0.5, 2);
          }
          return -10 * sum / 24;
        });
  }

  /** Nothing moves the alpha of what is no operation, and nothing but the images moves the rest. */
  @Test
  void fairDartsHasNoNoneAndStartsWhereTheZeroOneLossIsFlat() {
    PolicyBench<FairDarts> bench = new PolicyBench<>(FairDarts.METHOD, Map.of());
    double[] gradient = new double[30];
    bench.policy.amendAlphaGradient(bench.turn(EPOCH, EPOCHS), gradient);
    for (int i = 0; i < 30; i++) {
      assertEquals(0, bench.policy.alpha()[i]);
      assertEquals(0, gradient[i]);
      assertEquals(i % 5 == 0 ? 0 : 0.5, bench.policy.operationWeights()[i]);
    }
    bench.policy.alpha()[0] = 9;
    bench.policy.alpha()[3] = 1;
    assertEquals("3", bench.policy.cell().orElseThrow().code().substring(0, 1));
    assertTrue(
        bench.policy.spec(0).operations().stream()
            .noneMatch(operations -> operations.contains(Operation.NONE)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void saDartsAddsASmoothActivationOfAlpha(int activation) {
    DoubleUnaryOperator phi =
        switch (activation) {
          case 0 -> x -> Math.log(1 + Math.exp(x));
          case 1 -> x -> x / (1 + Math.exp(-x));
          case 2 -> x -> x * normalDistribution(x);
          default -> x -> x * Math.tanh(Math.log(1 + Math.exp(x)));
        };
    for (SupernetMethod method : new SupernetMethod[] {SaDarts.METHOD, SaDarts.PARTIAL}) {
      assertPenalty(
          method,
          Map.of("activation", activation, "penalty", 2, "ramp", 1),
          alpha -> 2 * EPOCH / (EPOCHS - 1.0) * 30 * mean(alpha, phi) / 6);
      assertPenalty(
          method,
          Map.of("activation", activation, "penalty", 2, "ramp", 0),
          alpha -> 2.0 * 30 * mean(alpha, phi) / 6);
    }
  }

  @Test
  void theSingleStageProtocolPenalisesEntropy() {
    for (int ramp = 0; ramp < 2; ramp++) {
      double lambda = ramp == 1 ? 3 * EPOCH / (EPOCHS - 1.0) : 3;
      assertPenalty(
          SingleStage.METHOD,
          Map.of("entropyWeight", 3, "ramp", ramp),
          alpha -> {
            double sum = 0;
            for (int edge = 0; edge < 6; edge++) {
              double total = 0;
              double weighted = 0;
              for (int code = 0; code < 5; code++) {
                double exponential = Math.exp(alpha[edge * 5 + code]);
                total += exponential;
                weighted += exponential * alpha[edge * 5 + code];
              }
              // H = log Z - E[alpha].
              sum += Math.log(total) - weighted / total;
            }
            return lambda * sum / 6;
          });
    }
  }

  /** Where weak operations settle, as published for the two functions that are not monotonic. */
  @Test
  void siluAndGeluHaveTheKnownStationaryPoints() {
    assertEquals(0, SmoothActivation.SILU.derivative(-1.2784645), 1e-6);
    assertEquals(0, SmoothActivation.GELU.derivative(-0.7517916), 1e-6);
  }

  private static void assertPenalty(
      SupernetMethod method, Map<String, ?> given, ToDoubleFunction<double[]> penalty) {
    PolicyBench<AlphaPolicy> bench = new PolicyBench<>(method, given);
    double[] alpha = bench.policy.alpha();
    for (int i = 0; i < alpha.length; i++) {
      alpha[i] = Math.sin(7.3 * i) * 2;
    }
    double[] gradient = new double[30];
    bench.policy.amendAlphaGradient(bench.turn(EPOCH, EPOCHS), gradient);
    assertArrayEquals(PolicyBench.differences(alpha, penalty), gradient, 1e-7);
  }

  private static double mean(double[] values, DoubleUnaryOperator function) {
    double sum = 0;
    for (double value : values) {
      sum += function.applyAsDouble(value);
    }
    return sum / values.length;
  }

  /** Simpson's rule on the density. */
  private static double normalDistribution(double x) {
    int pieces = 2000;
    double step = x / pieces;
    double sum = 0;
    for (int i = 0; i <= pieces; i++) {
      double t = i * step;
      double weight = i == 0 || i == pieces ? 1 : i % 2 == 1 ? 4 : 2;
      sum += weight * Math.exp(-t * t / 2) / Math.sqrt(2 * Math.PI);
    }
    return 0.5 + sum * step / 3;
  }
}
