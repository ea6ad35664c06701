package dev.tillbridge.broker.verify;

import dev.tillbridge.model.configuration.InvalidSetting;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What every {@code verify} command can do, whatever it reads from. */
public final class VerifyOptions {

  @Option(names = "--json", description = "Answer with one JSON object.")
  private boolean json;

  @Option(
      names = "--export",
      paramLabel = "FILE",
      description = "Also write the entries to this new journal file, which verify can read.")
  private @Nullable Path export;

  /** A place entries are read from: hands all of them over. */
  @FunctionalInterface
  public interface Source {

    void read(Consumer<Specimen> reader);
  }

  /**
   * Checks the source and tells the result.
   *
   * @return exit code
   */
  public int run(String input, Source source, PrintWriter out) throws IOException {
    ChainCheck check = new ChainCheck();
    Path file = export;
    if (file == null) {
      source.read(check::add);
    } else {
      try (JournalFile.Writer writer = JournalFile.create(file)) {
        source.read(entry -> {
          writer.accept(entry);
          check.add(entry);
        });
      }
    }
    VerifyReport report = new VerifyReport(input, check.verdicts());
    if (json) {
      report.printJson(out);
    } else {
      report.printText(out);
    }
    return report.exitCode();
  }

  /** Makes the command tell what it cannot read in one sentence. */
  public static CommandLine telling(CommandLine line) {
    return line.setExecutionExceptionHandler(
            (e, told, result) -> {
              if (!(e instanceof InvalidSetting) && !(e instanceof IOException)) {
                throw e;
              }
              told.getErr().println(e.getMessage());
              told.getErr().flush();
              return VerifyReport.UNREADABLE;
            })
        .setExitCodeExceptionMapper(e -> VerifyReport.UNREADABLE);
  }
}
