package dev.tillbridge.broker.verify;

import dev.tillbridge.model.configuration.InvalidSetting;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./tillbridge verify FILE|DATA-DIR}. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = {
      "Checks offline that every entry is sealed and genuine, numbered without gaps and carries the hash of the one before it, and names the first break of each stream.",
      "For HQ's books: verify hq --config CONFIG.properties."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:every chain holds", "1:a chain is broken", "2:the input cannot be read"})
public final class Main implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "FILE|DATA-DIR",
      description = "A journal file, or the data directory of a stopped register or a copy of it.")
  private Path input = Path.of("");

  @Option(
      names = "--scratch",
      paramLabel = "FOLDER",
      description =
          "Where a data directory's journal is copied to while it is checked; default: the system's temporary folder.")
  private Path scratch = Path.of(System.getProperty("java.io.tmpdir"));

  @Mixin private final VerifyOptions options = new VerifyOptions();

  @Spec private @Nullable CommandSpec spec;

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The command, ready to be run. */
  public static CommandLine commandLine() {
    return VerifyOptions.telling(new CommandLine(new Main()));
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    return options.run(input.toString(), this::read, out);
  }

  private void read(Consumer<Specimen> reader) {
    if (Files.isDirectory(input)) {
      JournalAtRest.read(input, scratch, reader);
      return;
    }
    boolean[] any = {false};
    JournalFile.read(
        input,
        entry -> {
          any[0] = true;
          reader.accept(entry);
        });
    if (!any[0]) {
      throw new InvalidSetting("The journal file " + input + " holds no entry.");
    }
  }
}
