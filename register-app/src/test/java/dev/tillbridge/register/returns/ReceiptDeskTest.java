package dev.tillbridge.register.returns;

import static dev.tillbridge.register.lane.Shop.gbp;
import static dev.tillbridge.register.lane.Shop.there;
import static java.math.RoundingMode.HALF_UP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.inquiry.Addressee;
import dev.tillbridge.model.inquiry.Answer;
import dev.tillbridge.model.journal.Returned;
import dev.tillbridge.model.ticket.ReturnedFrom;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.register.elsewhere.Chain;
import dev.tillbridge.register.elsewhere.Elsewhere;
import dev.tillbridge.register.elsewhere.Errands;
import dev.tillbridge.register.elsewhere.Unsent;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.lane.Shop;
import dev.tillbridge.register.returns.ReceiptDesk.Looked;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Goods sold at one lane and brought back at another. */
class ReceiptDeskTest {

  private static final LaneId HERE = LaneId.parse("S01-R02");
  private static final Addressee HQ = new Addressee.Hq();

  private final Shop seller = Shop.open("S01-R01", gbp("0.00"));
  private final Shop shop = Shop.open("S01-R02", gbp("0.00"));
  private final Chain chain = new Chain();

  /** What HQ knows to have come back. */
  private final List<Returned> atHq = new ArrayList<>();

  private final ReceiptDesk desk =
      new ReceiptDesk(
          shop.lane,
          new SoldTickets(shop.journal, () -> shop.lane.state()),
          new Elsewhere(chain.store(HERE), Map.of(), shop.clock),
          new Unsent(shop.journal, () -> shop.delivery.get().atHq()),
          new Errands(Runnable::run),
          shop.clock);

  @Test
  void aPracticeTicketComesBackInItsTrainingAndNothingRealIsTouched() {
    shop.lane.beginTraining();
    shop.lane.openDrawer(gbp("20.00"));
    shop.scan("85123A", "3");
    shop.lane.tenderExactCash();
    int recorded = shop.journal.entries().size();

    assertThat(desk.look("s01-training-1")).isInstanceOf(Looked.Found.class);
    Looked.Found found = (Looked.Found) desk.look("S01-TRAINING-1");
    shop.lane.carryOut(
        new BringBack(
            found.sold().ticket(),
            new TreeMap<>(Map.of(1, new BigDecimal("2"))),
            "Damaged",
            found.elsewhere()));
    assertThat(shop.lane.tenderExactCash()).isInstanceOf(Outcome.Done.class);

    assertThat(there(shop.lane.state().lastTicket()).total())
        .isEqualTo(found.sold().ticket().total().multipliedBy(2).dividedBy(3, HALF_UP).negated());
    assertThat(
            ReturnChoice.of(
                    found.sold().ticket(), List.of(), shop.lane.state().open(), found.elsewhere())
                .getFirst()
                .left())
        .isEqualByComparingTo("1");
    assertThat(shop.journal.entries()).hasSize(recorded);
    shop.lane.endTraining();
    assertThat(desk.look("S01-TRAINING-1")).isInstanceOf(Looked.NotFound.class);
    assertThat(shop.lane.state().open().returned()).isEmpty();
  }

  /** As when the training ends between the look for the receipt and the return. */
  @Test
  void aPracticeTicketNeverComesBackForReal() {
    shop.lane.beginTraining();
    shop.lane.openDrawer(gbp("20.00"));
    shop.scan("85123A", "3");
    shop.lane.tenderExactCash();
    Looked.Found found = (Looked.Found) desk.look("S01-TRAINING-1");
    shop.lane.endTraining();

    Outcome back =
        shop.lane.carryOut(
            new BringBack(
                found.sold().ticket(), new TreeMap<>(Map.of(1, BigDecimal.ONE)), "Damaged"));

    assertThat(((Outcome.Refused) back).refusal()).isInstanceOf(ReturnRefusal.NotPractised.class);
    assertThat(shop.lane.view().ticket().isEmpty()).isTrue();
  }

  @BeforeEach
  void sell() {
    seller.scan("85123A", "3");
    seller.lane.tenderExactCash();
    Ticket sold = there(seller.lane.state().lastTicket());
    chain.hqAnswers((asker, inquiry) ->
        new Answer.TicketFound(sold, Instant.parse("2026-11-20T10:00:00Z"), atHq));
  }

  @Test
  void goodsOfAnotherLaneComeBackForWhatWasPaid() {
    assertThat(bringBack("2")).isInstanceOf(Outcome.Done.class);
    shop.lane.tenderExactCash();

    Ticket back = there(shop.lane.state().lastTicket());
    assertThat(back.total()).isEqualTo(gbp("-5.10"));
    assertThat(back.lines().getFirst().returned())
        .isEqualTo(new ReturnedFrom("S01-R01-1", 1, "too small", gbp("-0.85")));
  }

  @Test
  void whatCameBackElsewhereDoesNotComeBackAgain() {
    atHq.add(new Returned("S01-R01-1", 1, BigDecimal.valueOf(2), gbp("5.10")));

    assertThat(refusal(bringBack("2"))).contains("2 came back already, so 1 may come back, not 2");
    assertThat(bringBack("1")).isInstanceOf(Outcome.Done.class);
    assertThat(shop.lane.view().ticket().total()).isEqualTo(gbp("-2.55"));
  }

  @Test
  void whatCameBackHereCountsOnceWhetherHqHasItOrNot() {
    bringBack("1");
    shop.lane.tenderExactCash();
    assertThat(left()).isEqualByComparingTo("2");

    shop.clock.advance(ReceiptDesk.FRESH);
    assertThat(left()).as("HQ does not have it").isEqualByComparingTo("2");

    atHq.add(new Returned("S01-R01-1", 1, BigDecimal.ONE, gbp("2.55")));
    shop.delivery.hq(HERE, shop.journal.recorded(), 1, 1, shop.clock.instant());
    shop.clock.advance(ReceiptDesk.FRESH);
    assertThat(left()).as("HQ has it").isEqualByComparingTo("2");

    assertThat(bringBack("1")).isInstanceOf(Outcome.Done.class);
    shop.lane.tenderExactCash();
    assertThat(left()).as("one more since HQ was asked").isEqualByComparingTo("1");
    assertThat(refusal(bringBack("2"))).contains("so 1 may come back, not 2");
  }

  @Test
  void ofAnOwnTicketItIsCountedTooWhatCameBackElsewhere() {
    shop.scan("85123A", "3");
    shop.lane.tenderExactCash();
    Ticket own = there(shop.lane.state().lastTicket());
    chain.hqAnswers((asker, inquiry) ->
        new Answer.TicketFound(
            own,
            Instant.parse("2026-11-20T10:00:00Z"),
            List.of(new Returned(own.number(), 1, BigDecimal.valueOf(2), gbp("5.10")))));

    assertThat(desk.look(own.number()))
        .isInstanceOfSatisfying(
            Looked.Found.class, found -> assertThat(found.elsewhere()).hasSize(1));
    chain.cut(HERE, true);
    assertThat(desk.look(own.number()))
        .isInstanceOfSatisfying(
            Looked.Found.class, found -> assertThat(found.elsewhere()).isEmpty());
  }

  @Test
  void withoutALinkTheClerkIsToldTheOtherWay() {
    chain.cut(HERE, true);

    assertThat(why(desk.look("S01-R01-1")))
        .isEqualTo(
            "Ticket S01-R01-1 was not rung at this register (S01-R02), and HQ cannot be asked without a link. Take it to its register, or have a manager take the goods back with a reason.");
    chain.cut(HERE, false);
    assertThat(desk.look("s01-r01-1")).isInstanceOf(Looked.Found.class);
  }

  @Test
  void silenceAndIgnoranceAreToldApartAndAskedAgain() {
    chain.off(HQ, true);
    assertThat(why(desk.look("S01-R01-1"))).startsWith("HQ does not answer about ticket S01-R01-1");
    chain.off(HQ, false);
    shop.clock.advance(Duration.ofSeconds(3));
    assertThat(desk.look("S01-R01-1")).isInstanceOf(Looked.Found.class);

    chain.hqAnswers((asker, inquiry) -> new Answer.NotKnown("S01-R01-9"));
    assertThat(why(desk.look("S01-R01-9"))).startsWith("HQ does not know ticket S01-R01-9");
  }

  @Test
  void anOwnTicketThatLeftTheRegisterIsAtHq() {
    chain.hqAnswers((asker, inquiry) ->
        new Answer.TicketFound(
            there(seller.lane.state().lastTicket()), Instant.parse("2026-11-20T10:00:00Z"), atHq));

    assertThat(desk.look("S01-R02-77")).isInstanceOf(Looked.Found.class);
  }

  private BigDecimal left() {
    Looked.Found found = (Looked.Found) desk.look("S01-R01-1");
    return ReturnChoice.of(
            found.sold().ticket(),
            shop.lane.view().ticket().lines(),
            shop.lane.state().open(),
            found.elsewhere())
        .getFirst()
        .left();
  }

  private Outcome bringBack(String quantity) {
    Looked.Found found = (Looked.Found) desk.look("S01-R01-1");
    return shop.lane.carryOut(
        new BringBack(
            found.sold().ticket(),
            new TreeMap<>(Map.of(1, new BigDecimal(quantity))),
            "too small",
            found.elsewhere()));
  }

  private static String why(Looked looked) {
    assertThat(looked).isInstanceOf(Looked.NotFound.class);
    return ((Looked.NotFound) looked).why().message();
  }

  private static String refusal(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome).refusal().message();
  }
}
