package dev.tillbridge.hq.verify;

import dev.tillbridge.broker.verify.VerifyOptions;
import dev.tillbridge.hq.database.DatabaseAddress;
import dev.tillbridge.model.configuration.InvalidSetting;
import dev.tillbridge.model.configuration.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./tillbridge verify hq --config CONFIG.properties}. */
@Command(
    name = "verify hq",
    mixinStandardHelpOptions = true,
    description =
        "Checks every entry in HQ's books: sealed and genuine, numbered without gaps, each carrying the hash of the one before it, stored under its own id and hash. Reads only; HQ may run, and has to when it keeps its own PostgreSQL.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:every chain holds", "1:a chain is broken", "2:the books cannot be read"})
public final class Main implements Callable<Integer> {

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "HQ's settings file.")
  private Path config = Path.of("");

  @Mixin private final VerifyOptions options = new VerifyOptions();

  @Spec private @Nullable CommandSpec spec;

  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return VerifyOptions.telling(new CommandLine(new Main()));
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    DatabaseAddress books = books(Settings.read(config));
    return options.run("HQ's books", reader -> EntriesInBooks.read(books, reader), out);
  }

  private static DatabaseAddress books(Settings settings) throws IOException {
    String url = settings.optionalText("database.url");
    if (url != null) {
      return new DatabaseAddress(
          url,
          settings.text("database.user"),
          Settings.secret(settings.path("database.password.file")));
    }
    Path file = settings.path("data.dir").resolve("postgres").resolve("connection.properties");
    if (!Files.exists(file)) {
      throw new InvalidSetting(
          "HQ has no books yet: " + file + " is not there. It is written when HQ starts.");
    }
    Properties way = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      way.load(reader);
    }
    return new DatabaseAddress(
        way.getProperty("url", ""), way.getProperty("user", ""), way.getProperty("password", ""));
  }
}
