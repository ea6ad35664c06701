package dev.tillbridge.broker.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.identity.EntryId;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.tax.TaxMode;
import dev.tillbridge.model.tax.TaxRate;
import dev.tillbridge.model.ticket.TicketLine;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.joda.money.Money;

/** The golden files, and what stands in several of them. */
abstract class Golden {

  static final LaneId LANE = LaneId.parse("S01-R07");
  static final Instant AT = Instant.parse("2026-11-22T09:15:30Z");
  static final TaxRate STANDARD = new TaxRate("STANDARD", new BigDecimal("20"), TaxMode.INCLUSIVE);
  static final TaxRate REDUCED = new TaxRate("REDUCED", new BigDecimal("5.5"), TaxMode.EXCLUSIVE);

  static TicketLine lantern(String quantity) {
    return TicketLine.of(
        1, "L", "L", "Lantern", new BigDecimal(quantity), gbp("2.55"), STANDARD, null);
  }

  static JournalEntry entry(long sequence, EntryBody body) {
    return new JournalEntry(
        new EntryId(LANE, 20261122081500L, sequence),
        LocalDate.of(2026, 11, 22),
        Instant.parse("2026-11-22T09:15:30.123Z"),
        "anna",
        new EntryHash("0123456789abcdef".repeat(4)),
        body);
  }

  static void assertPinned(String file, JournalEntry entry) throws IOException {
    assertPinned(file, Wire.ENTRY, entry);
  }

  static <T> void assertPinned(String file, Format<T> format, T value) throws IOException {
    assertThat(new String(format.encode(value), StandardCharsets.UTF_8)).isEqualTo(golden(file));
    assertThat(format.decode(bytes(golden(file)))).isEqualTo(new Decoded.Read<>(value));
  }

  static String golden(String file) throws IOException {
    try (InputStream in = Golden.class.getResourceAsStream("/golden/" + file)) {
      return in == null
          ? "golden file missing"
          : new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static Money gbp(String amount) {
    return Money.parse("GBP " + amount);
  }
}
