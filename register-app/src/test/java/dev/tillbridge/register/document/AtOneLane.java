package dev.tillbridge.register.document;

import static dev.tillbridge.register.lane.Shop.gbp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.Shop;
import dev.tillbridge.register.lane.TillCommand;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/** A shop of one lane, and the steps of its documents. */
abstract class AtOneLane {

  static final String D1 = "S01-R01-D1";
  static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  final Shop shop = Shop.open();

  void order(String deposit) {
    shop.scan("22752", "2");
    done(Begin.order("", null, gbp(deposit)));
    shop.lane.tenderExactCash();
  }

  void layawayPaid(String amount) {
    shop.scan("22752", "1");
    done(Begin.layaway("", 4, 14));
    shop.lane.voidTicket();
    done(new Pay(D1, gbp(amount)));
    shop.lane.tenderExactCash();
  }

  /** The drawer is closed, and opened again so many days later. */
  void onTheDay(int days) {
    shop.lane.closeDrawer(gbp("100.00"));
    shop.clock.advance(Duration.ofDays(days));
    shop.lane.openDrawer(gbp("100.00"));
  }

  void restart() {
    shop.restart();
    shop.lane.signOn("1001", "1234");
  }

  List<Document> open() {
    return shop.lane.state().open().documents();
  }

  Document begun(TillCommand command) {
    done(command);
    return open().getLast();
  }

  void done(TillCommand command) {
    assertThat(shop.lane.carryOut(command))
        .withFailMessage(() -> String.valueOf(shop.lane.view().refusal()))
        .isInstanceOf(Outcome.Done.class);
  }

  String refused(TillCommand command, Class<? extends Refusal> reason) {
    Outcome outcome = shop.lane.carryOut(command);
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    Refusal refusal = ((Outcome.Refused) outcome).refusal();
    assertThat(refusal).isInstanceOf(reason);
    return refusal.message();
  }

  List<Ticket> tickets() {
    return shop.journal.entries().stream()
        .map(stored -> stored.entry().body())
        .filter(EntryBody.TicketCompleted.class::isInstance)
        .map(body -> ((EntryBody.TicketCompleted) body).ticket())
        .toList();
  }

  <T> T last(Class<T> kind) {
    return shop.journal.entries().reversed().stream()
        .map(stored -> stored.entry().body())
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .orElseThrow();
  }
}
