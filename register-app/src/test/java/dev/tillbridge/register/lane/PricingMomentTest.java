package dev.tillbridge.register.lane;

import static dev.tillbridge.register.lane.Books.item;
import static dev.tillbridge.register.lane.Books.price;
import static dev.tillbridge.register.lane.Shop.gbp;
import static dev.tillbridge.register.lane.Shop.there;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.pricebook.BookValue;
import dev.tillbridge.model.pricing.PricingContext;
import dev.tillbridge.model.ticket.Ticket;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The moment, zone and book of a ticket; the shop's clock starts at 08:30:00 on 22 November. */
class PricingMomentTest {

  private static final BookValue NORTH = new BookValue.Zone("NORTH", "North", List.of("S01"));

  @Test
  void theStoresZoneHasItsOwnPrice() {
    Shop shop =
        Shop.withClerk(
            Books.of(
                7,
                NORTH,
                item("A", "Lantern", "3.00", null, price("NORTH", null, "2.80")),
                item("B", "Candle", "1.00", null, price("SOUTH", null, "0.50"))));

    shop.scan("A", "1");
    shop.scan("B", "1");

    LaneView.Open ticket = shop.lane.view().ticket();
    assertThat(ticket.total()).isEqualTo(gbp("3.80"));
    assertThat(there(ticket.pricing()).zone()).isEqualTo("NORTH");
    assertThat(there(ticket.lines().getFirst().basis()).zone()).isEqualTo("NORTH");
  }

  @Test
  void aTicketIsPricedAsOfItsFirstLineAndTheNextOneAsOfItsOwn() {
    Shop shop =
        Shop.withClerk(
            Books.of(
                7, item("A", "Lantern", "3.00", null, price(null, "2026-11-22T08:31:00", "3.50"))));
    shop.scan("A", "1");

    shop.clock.advance(Duration.ofMinutes(5));
    shop.scan("A", "1");
    assertThat(shop.lane.view().ticket().total()).isEqualTo(gbp("6.00"));
    shop.lane.tenderExactCash();
    shop.scan("A", "1");

    assertThat(shop.lane.view().ticket().total()).isEqualTo(gbp("3.50"));
    assertThat(tickets(shop).getFirst().pricing())
        .isEqualTo(PricingContext.at(LocalDateTime.parse("2026-11-22T08:30:00"), null));
  }

  @Test
  void aTicketThatIsEmptyAgainForgetsItsMoment() {
    Shop shop =
        Shop.withClerk(
            Books.of(
                7, item("A", "Lantern", "3.00", null, price(null, "2026-11-22T08:31:00", "3.50"))));
    shop.scan("A", "1");
    shop.lane.voidLine(1);

    assertThat(shop.lane.view().ticket().pricing()).isNull();
    shop.clock.advance(Duration.ofMinutes(5));
    shop.scan("A", "1");

    assertThat(shop.lane.view().ticket().total()).isEqualTo(gbp("3.50"));
  }

  @Test
  void momentAndBookComeBackAfterAPowerCut() {
    Shop shop =
        Shop.withClerk(
            Books.of(
                7, item("A", "Lantern", "3.00", null, price(null, "2026-11-22T08:31:00", "3.50"))));
    shop.scan("A", "1");
    LaneView.Open before = shop.lane.view().ticket();

    shop.clock.advance(Duration.ofMinutes(5));
    shop.restart().signOn("1002", "5678");
    assertThat(shop.lane.view().ticket()).isEqualTo(before);
    shop.scan("A", "1");

    assertThat(shop.lane.view().ticket().total()).isEqualTo(gbp("6.00"));
  }

  @Test
  void anOpenTicketKeepsItsBookOverSeveralNewerOnes() {
    Shop shop = Shop.withClerk(Books.of(7, item("A", "Lantern", "3.00")));
    shop.scan("A", "1");

    for (int version = 8; version <= 11; version++) {
      shop.book = Optional.of(Books.of(version, item("A", "Lantern", version + ".00")));
      shop.lane.priceBookChanged();
      shop.scan("A", "1");
    }

    assertThat(shop.lane.view().ticket().total()).isEqualTo(gbp("15.00"));
    assertThat(shop.lane.view().ticket().priceBook()).isEqualTo(7);
    assertThat(there(shop.lane.view().book()).version()).isEqualTo(11);
    shop.lane.tenderExactCash();
    assertThat(shop.books.heldVersion()).isZero();
    shop.scan("A", "1");
    assertThat(shop.lane.view().ticket().total()).isEqualTo(gbp("11.00"));
  }

  @Test
  void aTicketWhoseBookIsGoneIsPricedWithTheNewestAndTheClerkIsTold() {
    Shop shop = Shop.withClerk(Books.of(7, item("A", "Lantern", "3.00")));
    shop.scan("A", "2");

    shop.book = Optional.of(Books.of(9, item("A", "Lantern", "3.50")));
    shop.books.letGo();
    shop.restart().signOn("1002", "5678");

    LaneView.Open ticket = shop.lane.view().ticket();
    assertThat(ticket.total()).isEqualTo(gbp("7.00"));
    assertThat(ticket.priceBook()).isEqualTo(9);
    assertThat(ticket.problem())
        .contains("Price book 7, with which this ticket was begun, is no longer on this register")
        .contains("GBP 7.00 instead of GBP 6.00");
    shop.lane.tenderExactCash();
    assertThat(shop.lane.view().ticket().problem()).isNull();
    assertThat(tickets(shop).getFirst().priceBook()).isEqualTo(9);
  }

  private static List<Ticket> tickets(Shop shop) {
    return shop.journal.entries().stream()
        .map(stored -> stored.entry().body())
        .filter(EntryBody.TicketCompleted.class::isInstance)
        .map(body -> ((EntryBody.TicketCompleted) body).ticket())
        .toList();
  }
}
