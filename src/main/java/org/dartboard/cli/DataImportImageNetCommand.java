package org.dartboard.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.dartboard.importing.ImageNet16Import;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dartboard data import-imagenet16}: the official batches of ImageNet16. */
@Command(
    name = "import-imagenet16",
    mixinStandardHelpOptions = true,
    description =
        "Makes ImageNet16-120 of the official batches (train_data_batch_1 to _10 and val_data),"
            + " whose checksums are compared first.")
final class DataImportImageNetCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "The folder with the batches.")
  private Path release = Path.of("");

  @Option(
      names = "--into",
      paramLabel = "DIR",
      description =
          "The folder for the data. Default: that of DARTBOARD_DATA, else nasbench201-data.")
  private @Nullable Path into;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Path folder = ImageNet16Import.run(release, DataNames.folders(into).first());
    Objects.requireNonNull(spec)
        .commandLine()
        .getErr()
        .println("imagenet16-120 is there, in " + folder);
    return ExitCode.DONE;
  }
}
