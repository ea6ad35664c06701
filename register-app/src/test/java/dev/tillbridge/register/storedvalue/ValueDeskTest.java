package dev.tillbridge.register.storedvalue;

import static dev.tillbridge.register.lane.Shop.gbp;
import static dev.tillbridge.register.lane.Shop.there;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.inquiry.Addressee;
import dev.tillbridge.model.inquiry.Answer;
import dev.tillbridge.model.inquiry.Inquiry;
import dev.tillbridge.model.shared.SharedRecord;
import dev.tillbridge.model.storedvalue.StoredValueKind;
import dev.tillbridge.model.storedvalue.StoredValueNumber;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.register.elsewhere.Chain;
import dev.tillbridge.register.elsewhere.Elsewhere;
import dev.tillbridge.register.elsewhere.Errands;
import dev.tillbridge.register.elsewhere.Told;
import dev.tillbridge.register.elsewhere.Unsent;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.lane.Shop;
import dev.tillbridge.register.shared.HqTold;
import dev.tillbridge.register.shared.SharedFile;
import dev.tillbridge.register.shared.SharedRecords;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stored values that pay, with HQ and without. */
class ValueDeskTest {

  private static final LaneId HERE = LaneId.parse("S01-R01");
  private static final String GIFT =
      new StoredValueNumber("S01-R07-1923", StoredValueKind.GIFT, 1).toString();
  private static final Addressee HQ = new Addressee.Hq();

  private final Shop shop = Shop.open("S01-R01", gbp("2.00"));
  private final Chain chain = new Chain();
  private final HqTold hq = new HqTold();
  private final SharedRecords shared = new SharedRecords(HERE, hq, SharedFile.NONE, shop.clock);
  private final Elsewhere elsewhere = new Elsewhere(chain.store(HERE), Map.of(), shop.clock);
  private final Errands errands = new Errands(Runnable::run);
  private final ValueDesk desk =
      new ValueDesk(
          shop.lane,
          elsewhere,
          shared,
          new Unsent(shop.journal, () -> shop.delivery.get().atHq()),
          errands,
          shop.clock);
  private final BalanceDesk balances =
      new BalanceDesk(shop.lane, elsewhere, shared, errands, shop.clock);

  /** What HQ has on the gift, and what it keeps of it by key. */
  private Money balance = gbp("10.00");

  private final Map<String, Money> kept = new HashMap<>();

  @BeforeEach
  void hqKeeps() {
    chain.hqAnswers((asker, inquiry) -> {
      Inquiry.OfStoredValue asked = (Inquiry.OfStoredValue) inquiry;
      if (!asked.number().equals(GIFT)) {
        return new Answer.NotKnown(asked.number());
      }
      Money keep = asked.keep();
      if (keep != null) {
        kept.put(asked.key(), keep.isGreaterThan(balance) ? balance : keep);
        kept.values().removeIf(Money::isZero);
      }
      return new Answer.Balance(
          GIFT,
          StoredValueKind.GIFT,
          balance,
          Objects.requireNonNullElse(kept.get(asked.key()), gbp("0.00")));
    });
  }

  @Test
  void hqKeepsWhatIsTakenAndTheTenderSaysThatItWasAsked() {
    shop.scan("85123A", "1");

    assertThat(desk.redeem(GIFT, null)).isInstanceOf(Outcome.Done.class);

    Ticket paid = there(shop.lane.state().lastTicket());
    assertThat(paid.tenders())
        .containsExactly(new Tender.StoredValue(gbp("2.55"), StoredValueKind.GIFT, GIFT, true));
    assertThat(kept).as("until HQ has the ticket").hasSize(1).containsValue(gbp("2.55"));
    assertThat(desk.told()).isEqualTo(new Told.Done(GIFT));
  }

  @Test
  void noMoreIsTakenThanHqHas() {
    shop.scan("85123A", "10");
    balance = gbp("7.00");

    assertThat(refusal(desk.redeem(GIFT, gbp("8.00")))).contains("has GBP 7.00 left");
    assertThat(kept).as("let go of again").isEmpty();

    assertThat(desk.redeem(GIFT, null)).isInstanceOf(Outcome.Done.class);
    assertThat(shop.lane.view().ticket().due()).isEqualTo(gbp("18.50"));
    assertThat(kept).containsValue(gbp("7.00"));
  }

  @Test
  void whatIsGivenBackOrVoidedIsLetGoOf() {
    shop.scan("85123A", "10");
    desk.redeem(GIFT, gbp("3.00"));
    desk.redeem(GIFT, gbp("2.00"));
    assertThat(kept).hasSize(1).containsValue(gbp("5.00"));

    shop.lane.giveBack(2);
    assertThat(kept).containsValue(gbp("3.00"));

    shop.lane.giveBack(1);
    shop.lane.voidTicket();
    assertThat(kept).isEmpty();
  }

  @Test
  void withoutALinkTheAllowanceHoldsAndNeverMoreThanTheLastKnownBalance() {
    chain.cut(HERE, true);
    hqTold("1.50");
    shop.scan("85123A", "1");

    assertThat(refusal(desk.redeem(GIFT, gbp("2.00"))))
        .contains("GBP 1.50 left by what HQ said last");
    assertThat(desk.redeem(GIFT, gbp("1.00"))).isInstanceOf(Outcome.Done.class);
    shop.lane.tenderExactCash();
    assertThat(there(shop.lane.state().lastTicket()).tenders())
        .contains(new Tender.StoredValue(gbp("1.00"), StoredValueKind.GIFT, GIFT, false));

    shop.scan("85123A", "1");
    assertThat(refusal(desk.redeem(GIFT, gbp("0.60")))).contains("GBP 0.50 left");
    assertThat(desk.redeem(GIFT, null)).isInstanceOf(Outcome.Done.class);
    assertThat(refusal(desk.redeem(GIFT, null))).contains("nothing left");
  }

  @Test
  void hqIsNotAskedToKeepWhatIsPractised() {
    hqTold("10.00");
    shop.lane.beginTraining();
    shop.lane.openDrawer(gbp("20.00"));

    shop.scan("85123A", "1");
    Outcome practised = desk.redeem(GIFT, gbp("1.00"));
    shop.lane.voidTicket();

    assertThat(practised).isInstanceOf(Outcome.Done.class);
    assertThat(chain.asked).isEmpty();
    assertThat(kept).isEmpty();
  }

  @Test
  void withoutALinkTheAllowanceIsAllWhateverThereIs() {
    chain.cut(HERE, true);
    hqTold("100.00");
    shop.scan("85123A", "10");

    assertThat(refusal(desk.redeem(GIFT, gbp("2.01"))))
        .contains("GBP 2.00 may be taken here unasked");
    assertThat(desk.redeem(GIFT, null)).isInstanceOf(Outcome.Done.class);
    assertThat(shop.lane.view().ticket().due()).isEqualTo(gbp("23.50"));
  }

  @Test
  void silenceIsLikeNoLink() {
    chain.off(HQ, true);
    shop.scan("85123A", "1");

    desk.redeem(GIFT, null);

    assertThat(shop.lane.view().ticket().tenders())
        .containsExactly(new Tender.StoredValue(gbp("2.00"), StoredValueKind.GIFT, GIFT, false));
  }

  @Test
  void whatWasTakenUnaskedAndIsNotAtHqYetIsTakenOffWhatHqSays() {
    chain.cut(HERE, true);
    shop.scan("85123A", "1");
    desk.redeem(GIFT, gbp("2.00"));
    shop.lane.tenderExactCash();
    chain.cut(HERE, false);
    balance = gbp("3.00");

    shop.scan("85123A", "1");
    desk.redeem(GIFT, null);

    assertThat(shop.lane.view().ticket().due()).isEqualTo(gbp("1.55"));
  }

  @Test
  void oneSoldHereAMomentAgoIsTakenThoughHqDoesNotKnowIt() {
    shop.lane.carryOut(new SellStoredValue(null, gbp("5.00")));
    shop.lane.tenderExactCash();
    String own = shop.lane.state().open().storedValues().getFirst().number();
    shop.scan("85123A", "1");

    assertThat(desk.redeem(own, null)).isInstanceOf(Outcome.Done.class);
    assertThat(there(shop.lane.state().lastTicket()).total()).isEqualTo(gbp("2.55"));
  }

  @Test
  void nobodyIsAskedForWhatCannotPayAnyway() {
    assertThat(refusal(desk.redeem(GIFT, null))).contains("nothing to pay with it");
    assertThat(refusal(desk.redeem("S01-R07-1923G1-00", null))).contains("is no number");
    assertThat(chain.asked).isEmpty();
  }

  @Test
  void aBalanceIsHqsOrTheLastKnownWithItsAge() {
    assertThat(balances.look(GIFT)).isEqualTo(new BalanceDesk.Seen.Left(GIFT, gbp("10.00"), null));
    assertThat(kept).isEmpty();

    chain.cut(HERE, true);
    assertThat(balances.look(GIFT)).isInstanceOf(BalanceDesk.Seen.NotSeen.class);
    hqTold("4.00");
    assertThat(balances.look(GIFT))
        .isEqualTo(
            new BalanceDesk.Seen.Left(GIFT, gbp("4.00"), Instant.parse("2026-11-22T07:00:00Z")));
  }

  private void hqTold(String left) {
    hq.tell(
        new SharedRecord.OfStoredValue(
            GIFT, StoredValueKind.GIFT, gbp(left), Instant.parse("2026-11-22T07:00:00Z")));
    shared.read();
  }

  private static @Nullable String refusal(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome).refusal().message();
  }
}
