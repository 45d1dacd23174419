package org.dartboard.report.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.dartboard.random.RandomStreams;

/**
 * Reports that look like real ones. Their measured values come from a random generator: they are
 * test content, and say so in their titles.
 */
public final class SampleReports {
  private static final String TEST_CONTENT =
      "Test content: the measured values are random numbers.";

  private static final Paper NAS_BENCH =
      new Paper(
          "nas-bench-201",
          "NAS-Bench-201: Extending the Scope of Reproducible Neural Architecture Search",
          "Xuanyi Dong, Yi Yang",
          2020,
          "ICLR",
          "arXiv:2001.00326");
  private static final Paper FRUSTRATING =
      new Paper(
          "nas-evaluation",
          "NAS Evaluation is Frustratingly Hard",
          "Antoine Yang, Pedro M. Esperança, Fabio M. Carlucci",
          2020,
          "ICLR",
          "arXiv:1912.12522");
  private static final Paper SMOOTH =
      new Paper(
          "sa-darts",
          "Regularizing Differentiable Architecture Search with Smooth Activation",
          "Yanlin Zhou, Mostafa El-Khamy, Kee-Bong Song",
          2025,
          "",
          "arXiv:2504.16306");

  private SampleReports() {}

  /** Every outcome, three papers, one claim with all forms of charts. */
  public static List<ClaimReport> all() {
    List<ClaimReport> reports = new ArrayList<>();
    reports.add(table5());
    reports.add(
        plain(
            NAS_BENCH,
            "isomorphism",
            "6,466 cells remain when isomorphic cells count once (test content)",
            Kind.TABLE,
            Outcome.REPRODUCED,
            "6,466 classes counted, 6,466 published."));
    reports.add(
        plain(
            NAS_BENCH,
            "rank-agreement",
            "12-epoch accuracy ranks cells as 200-epoch accuracy does (test content)",
            Kind.TABLE,
            Outcome.NOT_REPRODUCED,
            "Kendall's tau is 0.61, the margin begins at 0.70."));
    reports.add(
        plain(
            FRUSTRATING,
            "relative-improvement",
            "Most methods barely beat random sampling (test content)",
            Kind.SEARCH,
            Outcome.MECHANISM_SEEN,
            "The interval of the improvement holds zero for five of eight methods."));
    reports.add(
        plain(
            FRUSTRATING,
            "seed-variance",
            "Seeds explain more than methods do (test content)",
            Kind.SEARCH,
            Outcome.MECHANISM_NOT_SEEN,
            "Methods explain 71 per cent of the variance."));
    reports.add(
        plain(
            FRUSTRATING,
            "training-protocol",
            "The training protocol matters more than the cell (test content)",
            Kind.TRAINING,
            Outcome.NOT_RUN,
            "Data missing: CIFAR-10 was not found; set DARTBOARD_DATA to the folder that has it."));
    reports.add(
        plain(
            SMOOTH,
            "skip-dominance",
            "A smooth activation on the architecture parameters removes skip dominance"
                + " (test content)",
            Kind.SEARCH,
            Outcome.RECONSTRUCTION_DID_NOT_SHOW_IT,
            "Four of ten seeds still end in skip connections."));
    reports.add(
        plain(
            SMOOTH,
            "fan-out",
            "Architecture parameters fan out (test content)",
            Kind.SEARCH,
            Outcome.INCONCLUSIVE,
            "Three runs are fewer than the eight that the rule asks for."));
    reports.add(
        plain(
            SMOOTH,
            "benchmark-accuracy",
            "State of the art on NAS-Bench-201 (test content)",
            Kind.SEARCH,
            Outcome.NO_TRUSTED_TARGET,
            "The published table could not be read."));
    reports.add(
        plain(
            SMOOTH,
            "super-resolution",
            "A smaller super-resolution network (test content)",
            Kind.PUBLISHED_ONLY,
            Outcome.PUBLISHED_ONLY,
            "Needs the super-resolution data sets, which Dartboard does not have."));
    return List.copyOf(reports);
  }

  /** A claim with a full table and a chart of each form. */
  public static ClaimReport table5() {
    List<FigureRow> figures = new ArrayList<>();
    List<SeriesPoint> dots = new ArrayList<>();
    List<SeriesPoint> pairs = new ArrayList<>();
    String[] methods = {"REA", "RS", "REINFORCE", "BOHB"};
    double[] published = {93.92, 93.70, 93.85, 93.61};
    double[] spreads = {0.30, 0.36, 0.37, 0.52};
    for (int i = 0; i < methods.length; i++) {
      double[] sample = sample(methods[i], 500, published[i] + 0.02, spreads[i]);
      Measured measured = measured(sample);
      boolean memory = !methods[i].equals("REINFORCE");
      figures.add(
          new FigureRow(
              methods[i],
              new Setting("cifar10", "test", 200),
              "accuracy",
              "%",
              new Published(
                  published[i],
                  spreads[i],
                  "sd over runs",
                  500,
                  memory ? "NAS-Bench-201, Table 5" : "EEEA-Net, Table 9, quoting Table 5",
                  memory ? Confidence.MEMORY : Confidence.SECOND_HAND,
                  "searched on CIFAR-10 only"),
              measured,
              new Difference(measured.mean() - published[i], -0.03, 0.05),
              memory ? "not compared" : "inside the margin"));
      String method = methods[i];
      DoubleStream.of(sample).forEach(value -> dots.add(SeriesPoint.dot("one run", method, value)));
      dots.add(
          SeriesPoint.measured(
              "mean and 95 % interval",
              methods[i], measured.mean(), measured.low(), measured.high()));
      pairs.add(
          SeriesPoint.published(
              "published mean ± sd",
              methods[i],
              published[i],
              published[i] - spreads[i],
              published[i] + spreads[i]));
      double sd = measured.sd() == null ? 0 : measured.sd();
      pairs.add(
          SeriesPoint.measured(
              "measured mean ± sd",
              methods[i],
              measured.mean(),
              measured.mean() - sd,
              measured.mean() + sd));
    }
    figures.add(
        new FigureRow(
            "ResNet's cell",
            new Setting("cifar10", "test", 200),
            "accuracy",
            "%",
            new Published(
                93.97,
                null,
                "",
                null,
                "ReLIZO, Table 2, quoting Table 5",
                Confidence.SECOND_HAND,
                ""),
            null,
            null,
            ""));
    figures.add(
        new FigureRow(
            "Search cost",
            Setting.NONE,
            "simulated time",
            "s",
            null,
            new Measured(12000, null, 1, null, null),
            null,
            ""));
    return new ClaimReport(
        new ClaimSummary(
            NAS_BENCH,
            "table-5",
            "Table 5: four searches without weight sharing (test content)",
            "Within 12,000 simulated seconds, regularised evolution, random search, REINFORCE and"
                + " BOHB find cells whose mean CIFAR-10 test accuracies differ by less than half a"
                + " point, and evolution is ahead. "
                + TEST_CONTENT,
            Kind.TABLE,
            Profile.PAPER,
            Outcome.REPRODUCED,
            "All trusted figures lie inside the margin of 0.25 points.",
            "For each method with a trusted published figure, the 95 per cent interval of the"
                + " difference of means (Welch, with the published mean's own error) must lie"
                + " inside ±0.25 points; at least 100 runs each.",
            "The authors drew one 12-epoch seed at random and counted evaluation time; the table"
                + " used here has the mean of two seeds and no evaluation time.",
            "",
            2000,
            1,
            "scripts/dartboard reproduce nas-bench-201/table-5 --profile paper"),
        figures,
        List.of(
            curves(),
            new Chart(
                "runs",
                ChartForm.DOTS,
                "Test accuracy of 500 runs each",
                "method",
                "CIFAR-10 test accuracy (%)",
                "Four clouds of 500 dots each between 92.0 and 95.5 per cent. The means of the four"
                    + " methods lie within 0.3 points of each other; REA's is the highest.",
                false,
                dots),
            new Chart(
                "published",
                ChartForm.COMPARISON,
                "Published against measured",
                "method",
                "CIFAR-10 test accuracy (%)",
                "For each of the four methods the measured mean lies within a few hundredths of a"
                    + " point of the published one, and the bars have about the same length.",
                false,
                pairs)),
        List.of(
            new Entry("simulated clock", "12000 s"),
            new Entry("reward", "12-epoch validation accuracy on cifar10-valid"),
            new Entry("REA: population, sample", "10, 3"),
            new Entry("runs a method", "500")),
        List.of(
            new Entry("source revision", "0000000000000000000000000000000000000000"),
            new Entry(
                "configuration digest",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            new Entry("seeds", "0 to 499"),
            new Entry("JVM", "OpenJDK 17, Linux, x86_64")));
  }

  /** Four searches over simulated time, with bands and a reference line. */
  public static Chart curves() {
    List<SeriesPoint> points = new ArrayList<>();
    String[] methods = {"REA", "random search", "REINFORCE", "BOHB"};
    double[] ends = {91.2, 90.9, 91.1, 90.8};
    for (int i = 0; i < methods.length; i++) {
      for (int k = 1; k <= 60; k++) {
        double seconds = 200.0 * k;
        double gap = 7.5 * Math.exp(-seconds / (1800 + 500 * i));
        double spread = 0.3 + 0.12 * i + gap / 3;
        points.add(SeriesPoint.line(methods[i], seconds, ends[i] - gap));
        points.add(
            SeriesPoint.band(methods[i], seconds, ends[i] - gap - spread, ends[i] - gap + spread));
      }
    }
    points.add(SeriesPoint.line("best cell", 200, 91.61));
    points.add(SeriesPoint.line("best cell", 12000, 91.61));
    return new Chart(
        "anytime",
        ChartForm.CURVE,
        "Best validation accuracy found so far",
        "simulated time (s)",
        "CIFAR-10 validation accuracy (%)",
        "All four methods climb steeply for 4,000 seconds and then flatten between 90.8 and 91.2 per"
            + " cent. REA is ahead from 2,000 seconds on. None reaches the best cell's 91.61.",
        false,
        points);
  }

  /** A claim with little more than its verdict. */
  public static ClaimReport plain(
      Paper paper, String id, String title, Kind kind, Outcome outcome, String reason) {
    boolean run = outcome != Outcome.NOT_RUN && outcome != Outcome.PUBLISHED_ONLY;
    return new ClaimReport(
        new ClaimSummary(
            paper,
            id,
            title,
            title + ". " + TEST_CONTENT,
            kind,
            run ? Profile.DESK : null,
            outcome,
            reason,
            "An exact test at the 5 per cent level, with Holm's correction within the paper.",
            "",
            paper.equals(SMOOTH) ? "The paper gives no formula; the activation is softplus." : "",
            run ? 10 : 0,
            run ? 1 : 0,
            "scripts/dartboard reproduce " + paper.id() + "/" + id),
        List.of(),
        List.of(),
        List.of(),
        List.of(new Entry("seeds", run ? "0 to 9" : "none")));
  }

  /** The paper of most samples. */
  public static Paper paper() {
    return NAS_BENCH;
  }

  private static double[] sample(String purpose, int runs, double mean, double sd) {
    UniformRandomProvider random = new RandomStreams("sample reports", 1).stream(purpose);
    ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(random);
    return IntStream.range(0, runs).mapToDouble(i -> mean + sd * gaussian.sample()).toArray();
  }

  private static Measured measured(double[] sample) {
    double mean = DoubleStream.of(sample).average().orElseThrow();
    double squares = DoubleStream.of(sample).map(value -> (value - mean) * (value - mean)).sum();
    double sd = Math.sqrt(squares / (sample.length - 1));
    double half = 1.96 * sd / Math.sqrt(sample.length);
    return new Measured(mean, sd, sample.length, mean - half, mean + half);
  }
}
