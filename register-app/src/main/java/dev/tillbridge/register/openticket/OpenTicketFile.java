package dev.tillbridge.register.openticket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.READ;

import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.register.ticket.OpenTicketStore;
import dev.tillbridge.register.ticket.SavedTicket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * The open ticket in {@code open-ticket.0} and {@code open-ticket.1}, in turn: the newer one counts
 * that was written whole. A power cut leaves the old ticket or the new one.
 */
public final class OpenTicketFile implements OpenTicketStore {

  private static final Logger log = LoggerFactory.getLogger(OpenTicketFile.class);
  private static final String NONE = "";

  private final Path folder;
  private final List<Slot> slots;
  private final Clock clock;
  private long newest;

  /**
   * Keeps the ticket in this folder.
   *
   * @throws IOException when the folder cannot be made, or has no room
   */
  public OpenTicketFile(Path folder, Clock clock) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.slots =
        List.of(
            new Slot(folder.resolve("open-ticket.0")), new Slot(folder.resolve("open-ticket.1")));
    this.clock = clock;
    for (Slot slot : slots) {
      slot.makeRoom();
    }
    newest = written().map(Slot.Written::number).orElse(0L);
    takeOver(folder.resolve("open-ticket.json"));
    try (FileChannel channel = FileChannel.open(folder, READ)) {
      channel.force(true);
    }
  }

  /** What a program from before there were slots saved. */
  private void takeOver(Path before) throws IOException {
    if (Files.exists(before)) {
      put(new String(Files.readAllBytes(before), UTF_8), true);
      Files.delete(before);
    }
  }

  @Override
  public void save(SavedTicket ticket) {
    try {
      put(Wire.JSON.writeValueAsString(ticket), true);
    } catch (IOException e) {
      throw new NotSaved("The disk did not take the open ticket. It says: " + e.getMessage(), e);
    }
  }

  private void put(String content, boolean durably) throws IOException {
    long number = newest + 1;
    slots.get((int) (number % slots.size())).put(new Slot.Written(number, content), durably);
    newest = number;
  }

  @Override
  public Optional<SavedTicket> load() {
    String saved = saved();
    if (saved.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Wire.JSON.readValue(saved, SavedTicket.class));
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      putAside(saved, e);
      return Optional.empty();
    }
  }

  private String saved() {
    try {
      return written().map(Slot.Written::content).orElse(NONE);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the open ticket in " + folder, e);
    }
  }

  private Optional<Slot.Written> written() throws IOException {
    Slot.Written last = null;
    for (Slot slot : slots) {
      Slot.Written each = slot.read().orElse(null);
      if (each != null && (last == null || each.number() > last.number())) {
        last = each;
      }
    }
    return Optional.ofNullable(last);
  }

  private void putAside(String saved, Exception reason) {
    Path aside = folder.resolve("open-ticket.unreadable." + clock.millis() + ".json");
    try {
      Files.writeString(aside, saved);
      put(NONE, true);
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
    log.warn(
        "The open ticket in {} cannot be read ({}); it is put aside as {} and the lane starts with"
            + " an empty ticket. Ring its lines again.",
        folder,
        reason.getMessage(),
        aside);
  }

  @Override
  public void remove() {
    try {
      put(NONE, false);
    } catch (IOException e) {
      log.warn(
          "The open ticket in {} cannot be removed ({}). It has ended, so the next start leaves it"
              + " out.",
          folder,
          e.getMessage());
    }
  }
}
