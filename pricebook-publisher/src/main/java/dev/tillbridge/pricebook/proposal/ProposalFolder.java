package dev.tillbridge.pricebook.proposal;

import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.model.pricebook.BookValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JacksonException;

/**
 * Proposals on disk: {@code 0012/proposal.json}, {@code 0012/book.jsonl.gz}, {@code
 * 0012/report.json}.
 *
 * <p>A new one is written beside and renamed when it is whole; a change replaces its {@code
 * proposal.json} in the same way. Call what writes inside {@link FolderLock#hold} only.
 */
public final class ProposalFolder {

  /** More are not kept: the oldest finished ones are removed. */
  public static final int KEPT_MAX = 200;

  private static final String UNFINISHED = "new-";
  private static final String PROPOSAL = "proposal.json";
  private static final String BOOK = "book.jsonl.gz";
  private static final String REPORT = "report.json";

  private final Path dir;

  /** Creates the folder when it is not there. */
  public ProposalFolder(Path dir) {
    this.dir = dir;
    try {
      Files.createDirectories(dir);
    } catch (IOException e) {
      throw failed("create", dir, e);
    }
  }

  /** All of them, the newest first. */
  public List<Proposal> all() {
    return numbers().stream().sorted(Comparator.reverseOrder()).map(this::read).toList();
  }

  /** One of them. */
  public Optional<Proposal> find(int number) {
    return numbers().contains(number) ? Optional.of(read(number)) : Optional.empty();
  }

  /** Its whole book. */
  public List<BookValue> book(int number) {
    Path file = folder(number).resolve(BOOK);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(line -> Wire.BOOK_VALUE.decode(line.getBytes(StandardCharsets.UTF_8)).orThrow())
          .toList();
    } catch (IOException e) {
      throw failed("read", file, e);
    }
  }

  int nextNumber() {
    return numbers().stream().max(Comparator.naturalOrder()).orElse(0) + 1;
  }

  void add(Proposal proposal, List<BookValue> book, Object report) {
    Path unfinished = dir.resolve(UNFINISHED + proposal.number());
    try {
      removeUnfinished();
      Files.createDirectories(unfinished);
      DurableFile.write(unfinished.resolve(BOOK), out -> write(book, out));
      DurableFile.write(unfinished.resolve(REPORT), out -> out.write(json(report)));
      DurableFile.write(unfinished.resolve(PROPOSAL), out -> out.write(json(proposal)));
      DurableFile.rename(unfinished, folder(proposal.number()));
    } catch (IOException e) {
      throw failed("write", unfinished, e);
    }
    removeOldest();
  }

  void replace(Proposal proposal) {
    Path file = folder(proposal.number()).resolve(PROPOSAL);
    try {
      DurableFile.replace(file, out -> out.write(json(proposal)));
    } catch (IOException e) {
      throw failed("write", file, e);
    }
  }

  private static void write(List<BookValue> book, OutputStream out) throws IOException {
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      for (BookValue value : book) {
        zip.write(Wire.BOOK_VALUE.encode(value));
        zip.write('\n');
      }
    }
  }

  private static byte[] json(Object value) {
    return Wire.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
  }

  private Proposal read(int number) {
    Path file = folder(number).resolve(PROPOSAL);
    try {
      return Wire.JSON.readValue(Files.readAllBytes(file), Proposal.class);
    } catch (IOException | JacksonException e) {
      throw new UncheckedIOException(
          "Proposal %d cannot be read: %s, %s. The published price book is not touched by this; move the folder %s away and propose again."
              .formatted(number, file, e.getMessage(), file.getParent()),
          e instanceof IOException io ? io : new IOException(e));
    }
  }

  private List<Integer> numbers() {
    try (Stream<Path> entries = Files.list(dir)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> name.matches("[0-9]{4,9}"))
          .map(Integer::valueOf)
          .toList();
    } catch (IOException e) {
      throw failed("read", dir, e);
    }
  }

  private void removeOldest() {
    List<Proposal> finished =
        new ArrayList<>(all().stream().filter(p -> p.state().isFinished()).toList());
    int tooMany = numbers().size() - KEPT_MAX;
    while (tooMany-- > 0 && !finished.isEmpty()) {
      remove(folder(finished.removeLast().number()));
    }
  }

  /** What a process left that was killed while it wrote. */
  private void removeUnfinished() throws IOException {
    try (Stream<Path> entries = Files.list(dir)) {
      entries
          .filter(entry -> entry.getFileName().toString().startsWith(UNFINISHED))
          .forEach(ProposalFolder::remove);
    }
  }

  private static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw failed("remove", folder, e);
    }
  }

  private Path folder(int number) {
    return dir.resolve("%04d".formatted(number));
  }

  private static UncheckedIOException failed(String what, Path path, IOException e) {
    return new UncheckedIOException(
        "Cannot %s %s: %s. Nothing was published; check the disk and the folder's rights, then try again."
            .formatted(what, path, e.getMessage()),
        e);
  }
}
