package org.dartboard.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.dartboard.benchmark.BenchmarkFormatException;
import org.dartboard.checkpoint.RunFolderException;
import org.dartboard.claim.ClaimFormatException;
import org.dartboard.claim.UnknownClaimException;
import org.dartboard.data.DataException;
import org.dartboard.engine.EngineException;
import org.dartboard.engine.SupernetSpecException;
import org.dartboard.importing.ImportException;
import org.dartboard.importing.pickle.PickleFormatException;
import org.dartboard.io.MissingDataException;
import org.dartboard.io.NotTextException;
import org.dartboard.report.data.ReportException;
import org.dartboard.run.LedgerConflictException;
import org.dartboard.run.LedgerFormatException;
import org.dartboard.search.HyperParameterException;
import org.dartboard.search.method.UnknownMethodException;
import org.dartboard.space.CellSyntaxException;
import org.dartboard.table.AbsentDataException;
import org.dartboard.table.EmbeddedFormatException;
import org.dartboard.table.IllegalQueryException;
import org.dartboard.table.TableFormatException;
import org.dartboard.table.TableMissingException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns whatever a command throws into a message on the error stream and an exit code. */
final class Failures implements IExecutionExceptionHandler {
  /** The environment variable that asks for the stack trace of an unexpected failure. */
  static final String DEBUG = "DARTBOARD_DEBUG";

  @Override
  public int handleExecutionException(
      Exception thrown, CommandLine commandLine, ParseResult arguments) {
    Exception failure = cause(thrown);
    int code = exitCode(failure);
    commandLine.getErr().println("dartboard: " + message(failure, code));
    if (System.getenv(DEBUG) != null) {
      failure.printStackTrace(commandLine.getErr());
    }
    return code;
  }

  /**
   * Runs the command that was asked for; one that memory does not suffice for ends with a message.
   */
  static int execute(ParseResult arguments) {
    try {
      return new CommandLine.RunLast().execute(arguments);
    } catch (OutOfMemoryError e) {
      arguments
          .commandSpec()
          .commandLine()
          .getErr()
          .println(
              ("dartboard: memory does not suffice (%s); Java may take %d MiB here. A smaller"
                      + " network or batch needs less, and DARTBOARD_JAVA_OPTIONS=-Xmx8g, say, lets"
                      + " it take more")
                  .formatted(e.getMessage(), Runtime.getRuntime().maxMemory() >> 20));
      return ExitCode.FAILED;
    }
  }

  /** What could not be read, where that was found within code that throws nothing checked. */
  private static Exception cause(Exception failure) {
    return failure instanceof UncheckedIOException && failure.getCause() instanceof IOException read
        ? read
        : failure;
  }

  private static int exitCode(Exception failure) {
    if (failure instanceof TableMissingException
        || failure instanceof AbsentDataException
        || failure instanceof MissingDataException) {
      return ExitCode.MISSING_DATA;
    }
    if (failure instanceof BadInputException
        || failure instanceof BenchmarkFormatException
        || failure instanceof CellSyntaxException
        || failure instanceof ClaimFormatException
        || failure instanceof DataException
        || failure instanceof EmbeddedFormatException
        || failure instanceof ImportException
        || failure instanceof PickleFormatException
        || failure instanceof IllegalQueryException
        || failure instanceof LedgerConflictException
        || failure instanceof LedgerFormatException
        || failure instanceof NotTextException
        || failure instanceof ReportException
        || failure instanceof HyperParameterException
        || failure instanceof RunFolderException
        || failure instanceof SupernetSpecException
        || failure instanceof UnknownMethodException
        || failure instanceof TableFormatException
        || failure instanceof UnknownClaimException) {
      return ExitCode.BAD_INPUT;
    }
    return ExitCode.FAILED;
  }

  private static String message(Exception failure, int code) {
    if (code != ExitCode.FAILED) {
      return String.valueOf(failure.getMessage());
    }
    if (failure instanceof NoSuchFileException missing) {
      return missing.getFile() + " does not exist";
    }
    if (failure instanceof AccessDeniedException denied) {
      return denied.getFile() + " may not be read or written by this user";
    }
    if (failure instanceof FileSystemException file) {
      String reason = file.getReason() == null ? "cannot be read or written" : file.getReason();
      return file.getFile() + ": " + reason;
    }
    if (failure instanceof EngineException) {
      return String.valueOf(failure.getMessage());
    }
    if (failure instanceof IOException) {
      return "cannot read or write: " + failure.getMessage();
    }
    return "unexpected failure, a defect of the program: %s. Set %s=1 and run it again to see where"
        .formatted(failure, DEBUG);
  }
}
