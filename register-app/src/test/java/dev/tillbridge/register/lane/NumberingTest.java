package dev.tillbridge.register.lane;

import static dev.tillbridge.register.lane.Shop.gbp;
import static dev.tillbridge.register.lane.Shop.there;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.register.words.Words;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class NumberingTest {

  private final Shop shop = new Shop();

  @Test
  void aNewLifeGoesOnAfterTheNumbersHqKnows() {
    hqKnows(1_923, 41);
    shop.lane.signOn("1001", "1234");

    Outcome opened = shop.lane.openDrawer(gbp("100.00"));

    assertThat(there(opened.view().drawer()).session()).isEqualTo(42);
    assertThat(sell()).isEqualTo("S01-R01-1924");
    assertThat(sell()).isEqualTo("S01-R01-1925");
  }

  @Test
  void itIsToldUntilTheFirstTicketCarriesOn() {
    hqKnows(1_923, 41);
    assertThat(there(shop.lane.standing().newLife()).message(ZoneOffset.UTC, Words.english()))
        .isEqualTo(
            "This register began a new life on 22 November 2026; ticket numbers go on from"
                + " S01-R01-1924.");

    open();
    sell();

    assertThat(shop.lane.standing().newLife()).isNull();
  }

  @Test
  void withoutHqTheSettingsTellWhereNumbersGoOn() {
    shop.firstTicket = 500;
    shop.restart();
    open();

    assertThat(shop.lane.standing().newLife()).isNotNull();
    assertThat(sell()).isEqualTo("S01-R01-500");
  }

  @Test
  void theVeryFirstRegisterHasNothingToTell() {
    assertThat(shop.lane.standing().newLife()).isNull();
  }

  @Test
  void anOlderWordOfHqNeverTurnsNumbersBack() {
    open();
    sell();
    sell();
    hqKnows(1, 1);

    assertThat(sell()).isEqualTo("S01-R01-3");
  }

  @Test
  void aWordThatComesLateStillKeepsNumbersApart() {
    open();
    assertThat(sell()).isEqualTo("S01-R01-1");
    hqKnows(1_923, 41);

    assertThat(sell()).isEqualTo("S01-R01-1924");
  }

  private void hqKnows(long lastTicket, long lastSession) {
    shop.delivery.hq(shop.journal.lane(), 0, lastTicket, lastSession, shop.clock.instant());
  }

  private void open() {
    shop.lane.signOn("1001", "1234");
    shop.lane.openDrawer(gbp("100.00"));
  }

  private String sell() {
    shop.scan("71053", "1");
    return there(shop.lane.tenderExactCash().view().last()).number();
  }
}
