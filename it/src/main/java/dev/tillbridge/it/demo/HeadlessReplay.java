package dev.tillbridge.it.demo;

import dev.tillbridge.it.chain.Ports;
import dev.tillbridge.it.invoice.InvoiceFile;
import dev.tillbridge.it.replay.Replay;
import dev.tillbridge.it.replay.ReplayResult;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** A replay from the command line: progress and result on standard output. */
final class HeadlessReplay {

  private static final int NOT_EXACT = 1;
  private static final int CANNOT_START = 2;
  private static final DateTimeFormatter FOLDER_NAME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

  private final Path home;
  private final @Nullable Path data;
  private final @Nullable Path replay;
  private final int cuts;
  private final int kills;
  private final long seed;
  private final boolean json;

  HeadlessReplay(
      Path home,
      @Nullable Path data,
      @Nullable Path replay,
      int cuts,
      int kills,
      long seed,
      boolean json) {
    this.home = home;
    this.data = data;
    this.replay = replay;
    this.cuts = cuts;
    this.kills = kills;
    this.seed = seed;
    this.json = json;
  }

  int run() throws IOException {
    if (cuts < 0 || kills < 0) {
      System.err.println("--cuts and --kills are 0 or more. Nothing was started.");
      return CANNOT_START;
    }
    InvoiceFile file = read();
    Path folder =
        data == null
            ? home.resolve("target/replay").resolve(LocalDateTime.now().format(FOLDER_NAME))
            : data;
    if (Files.exists(folder.resolve("hq"))) {
      System.err.println(
          folder + " holds a chain already, and a replay needs a new folder. Nothing was started.");
      return CANNOT_START;
    }
    System.out.printf(
        "Replaying %,d rows of %,d invoices, seed %d, %d cuts, %d kills, in %s%n",
        file.rows(), file.invoiceCount(), seed, cuts, kills, folder.toAbsolutePath().normalize());
    Ports ports = Ports.free(new SplittableRandom());
    ReplayResult result =
        new Replay(new Replay.Order(folder, file, ports, cuts, kills, seed), System.out::println)
            .run();
    System.out.print(new ResultTable(result).text());
    if (json) {
      System.out.println(result.json());
    }
    return result.isExact() ? 0 : NOT_EXACT;
  }

  private InvoiceFile read() throws IOException {
    if (replay != null) {
      try (Reader reader = Files.newBufferedReader(replay)) {
        return InvoiceFile.read(reader);
      } catch (IOException e) {
        throw new IOException("Cannot read " + replay.toAbsolutePath() + ": " + e + ".", e);
      }
    }
    return SampleInvoices.read();
  }
}
