package dev.tillbridge.pricebook.preview;

import dev.tillbridge.broker.seal.SealedBytes;
import dev.tillbridge.broker.wire.Decoded;
import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.ticket.Ticket;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/** Where baskets come from. */
public final class Baskets {

  private static final String INVOICE_HEADING = "InvoiceNo,";

  private Baskets() {}

  /** Those among sealed journal entries that are tickets. */
  public static List<Basket> ofEntries(List<byte[]> sealed) {
    return sealed.stream()
        .flatMap(bytes -> SealedBytes.read(bytes).stream())
        .flatMap(entry -> ticket(entry.payload()).stream())
        .toList();
  }

  /**
   * Those of a file: invoices as CSV with the columns of the Online Retail data set, or journal
   * entries one a line, as JSON or as a register's journal file has them (Base64 of the sealed
   * bytes; lines that begin with # say nothing).
   *
   * @throws IllegalArgumentException when it is neither
   */
  public static List<Basket> ofFile(Path file, CurrencyUnit currency) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      lines.mark(INVOICE_HEADING.length() * 2);
      char[] first = new char[INVOICE_HEADING.length()];
      int read = lines.read(first);
      lines.reset();
      return read > 0 && new String(first, 0, read).equals(INVOICE_HEADING)
          ? Invoices.read(lines, currency)
          : entries(lines, file);
    }
  }

  private static List<Basket> entries(BufferedReader lines, Path file) throws IOException {
    List<Basket> baskets = new ArrayList<>();
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        payload(line, file, number).flatMap(Baskets::ticket).ifPresent(baskets::add);
      }
    }
    return baskets;
  }

  private static Optional<byte[]> payload(String line, Path file, int number) {
    if (line.startsWith("{")) {
      return Optional.of(line.getBytes(StandardCharsets.UTF_8));
    }
    try {
      return SealedBytes.read(Base64.getDecoder().decode(line.strip())).map(SealedBytes::payload);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s, line %d: neither a journal entry as JSON nor one of a register's journal file. Give invoices as CSV (InvoiceNo,StockCode,...) or journal entries one a line."
              .formatted(file, number),
          e);
    }
  }

  private static Optional<Basket> ticket(byte[] payload) {
    return Wire.ENTRY.decode(payload) instanceof Decoded.Read<JournalEntry>(JournalEntry entry)
            && entry.body() instanceof EntryBody.TicketCompleted completed
        ? Optional.of(basket(entry, completed.ticket()))
        : Optional.empty();
  }

  private static Basket basket(JournalEntry entry, Ticket ticket) {
    return new Basket(ticket.number(), entry.id().lane().store(), ticket.lines(), ticket.pricing());
  }
}
