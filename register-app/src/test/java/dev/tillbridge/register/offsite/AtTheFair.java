package dev.tillbridge.register.offsite;

import static dev.tillbridge.register.lane.Shop.gbp;
import static dev.tillbridge.register.lane.Shop.there;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.offsite.OffsiteEvent;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.lane.Shop;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A shop whose manager takes its register to a fair. */
abstract class AtTheFair {

  static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  static final String LIST =
      """
      code,name,price,tax,unit
      85123A,,2.00
      HOT1,Mulled wine,4.50,standard
      NUTS,Roast nuts,12.00,reduced,kg
      """;

  final Shop shop = new Shop();

  AtTheFair() {
    shop.lane.signOn("1001", "1234");
  }

  Outcome start(String list) {
    return start(TODAY, TODAY.plusDays(2), list);
  }

  Outcome start(LocalDate from, LocalDate to, String list) {
    return shop.lane.carryOut(new StartOffsite("Winter fair", "Town square", from, to, list));
  }

  void selling() {
    assertThat(start(LIST)).isInstanceOf(Outcome.Done.class);
    assertThat(shop.lane.openDrawer(gbp("50.00"))).isInstanceOf(Outcome.Done.class);
  }

  void closeDrawer() {
    assertThat(shop.lane.closeDrawer(there(shop.lane.view().drawer()).cash()))
        .isInstanceOf(Outcome.Done.class);
  }

  @Nullable OffsiteEvent event() {
    return shop.lane.state().open().event();
  }

  Ticket lastTicket() {
    return there(shop.lane.state().lastTicket());
  }

  static String said(Outcome outcome) {
    return outcome instanceof Outcome.Refused refused ? refused.refusal().message() : "done";
  }
}
