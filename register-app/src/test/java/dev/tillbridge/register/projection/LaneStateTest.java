package dev.tillbridge.register.projection;

import static dev.tillbridge.register.lane.Shop.there;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillbridge.model.journal.StoredEntry;
import dev.tillbridge.register.lane.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneStateTest {

  private final Shop shop = Shop.open();

  @Test
  void theIndexKeepsTheNewestTickets() {
    sell(LaneState.RECENT_MAX + 5);

    LaneState state = fold(shop.journal.entries());

    assertThat(state.recent()).hasSize(LaneState.RECENT_MAX);
    assertThat(state.recent().getFirst().number()).isEqualTo("S01-R01-6");
    assertThat(state.recent().getLast().number()).isEqualTo("S01-R01-205");
    assertThat(state.lastNumber()).isEqualTo(205);
    assertThat(there(state.lastTicket()).number()).isEqualTo("S01-R01-205");
  }

  @Test
  void aMissingEntryIsNoticed() {
    sell(3);
    List<StoredEntry> entries = shop.journal.entries();

    LaneState one = fold(entries.subList(0, 1));

    assertThatThrownBy(() -> one.after(entries.get(2)))
        .isInstanceOf(JournalDisagrees.class)
        .hasMessageContaining("does not follow entry 1");
  }

  @Test
  void aJournalThatDoesNotBeginAtItsBeginningIsNoticed() {
    sell(1);

    assertThatThrownBy(() -> LaneState.START.after(shop.journal.entries().get(1)))
        .isInstanceOf(JournalDisagrees.class);
  }

  @Test
  void ticketNumbersAreReadAsTheyAreWritten() {
    assertThat(TicketNumber.parse("S01-R07-1923").count()).isEqualTo(1923);
    assertThat(TicketNumber.parse("S01-R07-1923")).hasToString("S01-R07-1923");
    assertThatThrownBy(() -> TicketNumber.parse("1923"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void sell(int tickets) {
    for (int i = 0; i < tickets; i++) {
      shop.scan("71053", "1");
      shop.lane.tenderExactCash();
    }
  }

  private static LaneState fold(List<StoredEntry> entries) {
    LaneState state = LaneState.START;
    for (StoredEntry entry : entries) {
      state = state.after(entry);
    }
    return state;
  }
}
