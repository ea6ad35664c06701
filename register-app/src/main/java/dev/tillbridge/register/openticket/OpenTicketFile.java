package dev.tillbridge.register.openticket;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.register.ticket.OpenTicketStore;
import dev.tillbridge.register.ticket.SavedTicket;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * The open ticket in {@code open-ticket.json}: written beside it, synced, moved over it, folder
 * synced. A power cut leaves the old ticket or the new one.
 */
public final class OpenTicketFile implements OpenTicketStore {

  private static final Logger log = LoggerFactory.getLogger(OpenTicketFile.class);

  private final Path folder;
  private final Path file;
  private final Path next;
  private final Clock clock;

  /**
   * Keeps the ticket in this folder.
   *
   * @throws IOException when the folder cannot be made
   */
  public OpenTicketFile(Path folder, Clock clock) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.file = folder.resolve("open-ticket.json");
    this.next = folder.resolve("open-ticket.json.next");
    this.clock = clock;
  }

  @Override
  public void save(SavedTicket ticket) {
    ByteBuffer bytes = ByteBuffer.wrap(Wire.JSON.writeValueAsBytes(ticket));
    try {
      try (FileChannel channel = FileChannel.open(next, CREATE, WRITE, TRUNCATE_EXISTING)) {
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
      try (FileChannel channel = FileChannel.open(folder, READ)) {
        channel.force(true);
      }
    } catch (IOException e) {
      throw new NotSaved("The disk did not take the open ticket. It says: " + e.getMessage(), e);
    }
  }

  @Override
  public Optional<SavedTicket> load() {
    try {
      return Optional.of(Wire.JSON.readValue(Files.readAllBytes(file), SavedTicket.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | JacksonException | IllegalArgumentException | NullPointerException e) {
      putAside(e);
      return Optional.empty();
    }
  }

  private void putAside(Exception reason) {
    Path aside = folder.resolve("open-ticket.unreadable." + clock.millis() + ".json");
    try {
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
    log.warn(
        "The open ticket in {} cannot be read ({}); it is put aside as {} and the lane starts with"
            + " an empty ticket. Ring its lines again.",
        file,
        reason.getMessage(),
        aside);
  }

  @Override
  public void remove() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      log.warn(
          "{} cannot be deleted ({}). Its ticket has ended, so the next start leaves it out.",
          file,
          e.getMessage());
    }
  }
}
