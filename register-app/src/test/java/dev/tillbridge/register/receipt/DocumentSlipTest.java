package dev.tillbridge.register.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.document.DocumentState;
import dev.tillbridge.model.journal.StoredEntry;
import dev.tillbridge.register.document.Begin;
import dev.tillbridge.register.document.Cancel;
import dev.tillbridge.register.document.Recall;
import dev.tillbridge.register.lane.Shop;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocumentSlipTest {

  private final Shop shop = Shop.open();

  @Test
  void aQuoteSaysWhatIsPromisedAndUntilWhen() {
    shop.scan("71053", "2");
    shop.lane.carryOut(Begin.quote("Mrs Lind", LocalDate.of(2026, 12, 1)));

    assertThat(slip().orElseThrow())
        .contains("*** QUOTE ***")
        .contains("Mrs Lind")
        .containsPattern("Number +S01-R01-D1")
        .contains("WHITE METAL LANTERN")
        .containsPattern("TOTAL +GBP 6.78")
        .contains("until 2026-12-01, that day included.");
  }

  @Test
  void aLayawaySaysWhenToPayWhat() {
    shop.scan("71053", "1");
    shop.lane.carryOut(Begin.layaway("", 2, 7));

    assertThat(slip().orElseThrow())
        .contains("*** LAYAWAY ***")
        .containsPattern("Pay by 2026-11-22 +GBP 1.70")
        .containsPattern("Pay by 2026-11-29 +GBP 1.69");
  }

  @Test
  void aHoldIsNotSoldAndItsRecallPrintsNothing() {
    shop.scan("71053", "1");
    shop.lane.carryOut(Begin.hold(""));
    Optional<String> held = slip();
    shop.lane.carryOut(new Recall("S01-R01-D1"));

    assertThat(held.orElseThrow()).contains("*** HOLD ***").contains("Not sold");
    assertThat(slip()).isEmpty();
  }

  @Test
  void aCancelledOrderSaysSo() {
    shop.scan("71053", "1");
    shop.lane.carryOut(Begin.order("", LocalDate.of(2026, 12, 1), null));
    String order = slip().orElseThrow();
    Document begun = shop.lane.state().open().documents().getFirst();
    shop.lane.carryOut(new Cancel(begun.number()));

    assertThat(order).containsPattern("To be picked up +2026-12-01");
    assertThat(slip().orElseThrow()).contains("*** CANCELLED ***").doesNotContain("LANTERN");
    assertThat(begun.state()).isEqualTo(DocumentState.OPEN);
  }

  /** Of the newest entry. */
  private Optional<String> slip() {
    List<StoredEntry> entries = shop.journal.entries();
    ReceiptLayout layout = new ReceiptLayout(List.of("Shop"), ZoneId.of("Europe/London"));
    return SlipLayout.of(layout, entries.getLast().entry())
        .map(slip -> String.join("\n", slip.paper().lines()));
  }
}
