package org.dartboard.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final Path SOURCES = Path.of("src/main/java/org/dartboard");

  @SuppressWarnings("NullAway.Init")
  private static JavaClasses program;

  @BeforeAll
  static void readClasses() {
    program =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.dartboard");
  }

  @Test
  void theRulesSeeTheWholeProgram() throws IOException {
    long sources;
    try (Stream<Path> files = Files.walk(SOURCES)) {
      sources =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith("package-info.java"))
              .count();
    }
    assertTrue(
        program.size() >= sources,
        () -> program.size() + " classes were read from " + sources + " sources");
  }

  @Test
  void dependenciesPointOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("cli")
        .definedBy("org.dartboard.cli..")
        .layer("reproduce")
        .definedBy("org.dartboard.reproduce..")
        .layer("workload")
        .definedBy("org.dartboard.workload..")
        .layer("embedded")
        .definedBy("org.dartboard.embedded..")
        .layer("importing")
        .definedBy("org.dartboard.importing..")
        .layer("download")
        .definedBy("org.dartboard.download..")
        .layer("dl4j")
        .definedBy("org.dartboard.dl4j..")
        .layer("claim")
        .definedBy("org.dartboard.claim..")
        .layer("benchmark")
        .definedBy("org.dartboard.benchmark..")
        .layer("run")
        .definedBy("org.dartboard.run..")
        .layer("report")
        .definedBy("org.dartboard.report..")
        .layer("training")
        .definedBy("org.dartboard.training..")
        .layer("search")
        .definedBy("org.dartboard.search..")
        .layer("diagnose")
        .definedBy("org.dartboard.diagnose..")
        .layer("descent")
        .definedBy("org.dartboard.descent..")
        .layer("engine")
        .definedBy("org.dartboard.engine..")
        .layer("checkpoint")
        .definedBy("org.dartboard.checkpoint..")
        .layer("data")
        .definedBy("org.dartboard.data..")
        .layer("table")
        .definedBy("org.dartboard.table..")
        .layer("space")
        .definedBy("org.dartboard.space..")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("reproduce")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("workload")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("embedded")
        .mayOnlyBeAccessedByLayers("cli", "reproduce")
        .whereLayer("importing")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("download")
        .mayOnlyBeAccessedByLayers("cli", "importing")
        .whereLayer("dl4j")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("claim")
        .mayOnlyBeAccessedByLayers("cli", "reproduce")
        .whereLayer("benchmark")
        .mayOnlyBeAccessedByLayers("cli", "reproduce")
        .whereLayer("run")
        .mayOnlyBeAccessedByLayers("cli", "reproduce")
        .whereLayer("report")
        .mayOnlyBeAccessedByLayers("cli", "reproduce")
        .whereLayer("training")
        .mayOnlyBeAccessedByLayers("cli", "reproduce", "run")
        .whereLayer("search")
        .mayOnlyBeAccessedByLayers("cli", "workload", "reproduce", "run")
        .whereLayer("diagnose")
        .mayOnlyBeAccessedByLayers("cli", "reproduce", "run", "search")
        .whereLayer("engine")
        .mayOnlyBeAccessedByLayers(
            "cli",
            "embedded",
            "dl4j",
            "workload",
            "reproduce",
            "run",
            "training",
            "search",
            "descent",
            "diagnose")
        .whereLayer("descent")
        .mayOnlyBeAccessedByLayers(
            "cli", "embedded", "workload", "reproduce", "run", "training", "search")
        .whereLayer("checkpoint")
        .mayOnlyBeAccessedByLayers("cli", "reproduce", "run", "training", "search")
        .whereLayer("data")
        .mayOnlyBeAccessedByLayers(
            "cli",
            "embedded",
            "dl4j",
            "importing",
            "workload",
            "reproduce",
            "run",
            "training",
            "search",
            "descent",
            "diagnose",
            "engine")
        .whereLayer("table")
        .mayOnlyBeAccessedByLayers("cli", "embedded", "importing", "reproduce", "claim")
        .whereLayer("space")
        .mayOnlyBeAccessedByLayers(
            "cli",
            "embedded",
            "dl4j",
            "importing",
            "reproduce",
            "claim",
            "run",
            "training",
            "search",
            "diagnose",
            "engine",
            "table")
        .check(program);
  }

  @Test
  void leavesDependOnNothingAbove() {
    for (String leaf : List.of("io", "random", "statistics")) {
      noClasses()
          .that()
          .resideInAPackage("org.dartboard." + leaf + "..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.dartboard..")
                  .and(not(resideInAPackage("org.dartboard." + leaf + "..")))
                  .and(not(resideInAPackage("org.dartboard.io..")))
                  .and(not(resideInAPackage("org.dartboard.random.."))))
          .check(program);
    }
  }

  @Test
  void onlyTheImportKnowsLibrariesOfForeignFormats() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.dartboard.importing..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("net.razorvine..", "org.apache.commons.compress..")
        .check(program);
  }

  @Test
  void onlyItsEngineKnowsALibraryThatComputes() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.dartboard.engine.onednn..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.bytedeco..")
        .check(program);
    noClasses()
        .that()
        .resideOutsideOfPackages("org.dartboard.engine.nd4j..", "org.dartboard.dl4j..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.nd4j..", "org.deeplearning4j..", "org.datavec..")
        .check(program);
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.dartboard.claim..", "org.dartboard.table..", "org.dartboard.space..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.dartboard.engine..")
        .check(program);
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching("org.dartboard.(*)..").should().beFreeOfCycles().check(program);
  }

  @Test
  void onlyTheCommandLineTouchesStandardStreamsAndEndsTheProcess() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.dartboard.cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(System.class, "exit", int.class)
        .check(program);
  }

  @Test
  void randomNumbersComeFromNamedStreams() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.dartboard.random..")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(
            Random.class, SplittableRandom.class, ThreadLocalRandom.class, RandomSource.class)
        .orShould()
        .callMethod(Math.class, "random")
        .check(program);
  }

  @Test
  void noStateIsStaticAndMutable() {
    fields().that().areStatic().should().beFinal().check(program);
  }

  @Test
  void exceptionsSayWhatTheyAre() {
    NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(program);
    NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(program);
  }

  @Test
  void everyPackageIsExplainedAndNullMarked() throws IOException {
    try (Stream<Path> folders = Files.walk(SOURCES).filter(Files::isDirectory)) {
      for (Path folder : folders.toList()) {
        Path information = folder.resolve("package-info.java");
        assertTrue(Files.exists(information), () -> information + " is missing");
        String text = Files.readString(information);
        assertTrue(text.contains("@NullMarked"), () -> information + " is not @NullMarked");
      }
    }
  }
}
