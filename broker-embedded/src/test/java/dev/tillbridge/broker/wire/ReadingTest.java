package dev.tillbridge.broker.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.broker.node.Entries;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.EntryHash;
import dev.tillbridge.model.journal.JournalEntry;
import dev.tillbridge.model.journal.Tail;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is read back, and what is made of anything else. */
class ReadingTest extends Golden {

  @Test
  void unknownFieldsAreIgnored() throws IOException {
    String pinned =
        golden("drawer-opened.json").replace("\"operator\"", "\"mood\":\"fine\",\"operator\"");

    assertThat(Wire.ENTRY.decode(bytes(pinned)))
        .isEqualTo(new Decoded.Read<>(entry(1, new EntryBody.DrawerOpened(9, gbp("100.00")))));
  }

  @Test
  void unknownVersionIsRefusedWithTheWayOut() throws IOException {
    String future = golden("drawer-opened.json").replace("{\"v\":1", "{\"v\":2");

    assertThat(Wire.ENTRY.decode(bytes(future)))
        .isEqualTo(
            new Decoded.UnknownVersion<>(
                2,
                "This journal entry has version 2 and this program reads version 1: update this"
                    + " program."));
    assertThat(Wire.ENTRY.decode(bytes("{\"v\":3,\"shape\":[]}")))
        .isInstanceOf(Decoded.UnknownVersion.class);
  }

  @Test
  void whateverElseArrivesIsUnreadableAndNeverThrows() throws IOException {
    String sale = golden("ticket-sale.json");

    for (String broken :
        List.of(
            "",
            "not json",
            "null",
            "[]",
            "{}",
            "{\"v\":1}",
            "{\"v\":1,\"entry\":null}",
            sale.substring(0, sale.length() - 20),
            sale.replace("\"businessDate\":\"2026-11-22\",", ""),
            sale.replace("GBP 40.00", "GBP forty"),
            sale.replace("GBP 40.00", "GBP 41.00"),
            sale.replace("\"type\":\"ticket\"", "\"type\":\"tickle\""))) {
      assertThat(Wire.ENTRY.decode(bytes(broken)))
          .as(broken)
          .isInstanceOf(Decoded.Unreadable.class);
    }
  }

  @Test
  void decodedEntryEncodesToTheSameBytes() {
    JournalEntry sale = Entries.sale(LANE, new Tail(20261122081500L, 7, EntryHash.NONE), 12);

    byte[] bytes = Wire.ENTRY.encode(sale);

    assertThat(Wire.ENTRY.encode(Wire.ENTRY.decode(bytes).orThrow())).isEqualTo(bytes);
  }
}
