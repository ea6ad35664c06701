package dev.tillbridge.register.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.devices.peripherals.Card;
import dev.tillbridge.devices.peripherals.CardSwipe;
import dev.tillbridge.devices.peripherals.DeviceOutcome;
import dev.tillbridge.model.customer.Customer;
import dev.tillbridge.model.customer.CustomerCard;
import dev.tillbridge.model.customer.CustomerName;
import dev.tillbridge.model.journal.InMemoryJournal;
import dev.tillbridge.model.shared.SharedRecord;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.Shop;
import dev.tillbridge.register.shared.HqTold;
import dev.tillbridge.register.shared.SharedFile;
import dev.tillbridge.register.shared.SharedRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CustomerCardsTest {

  private static final String RED = "9811000000000018";
  private static final String BLUE = "9811000000000026";
  private static final String PAYMENT_CARD = "4111 1111 1111 1111";

  private final Shop shop = Shop.open();
  private final HqTold hq = new HqTold();
  private final SharedRecords shared =
      new SharedRecords(shop.journal.lane(), hq, SharedFile.NONE, shop.clock);

  @Test
  void aSwipePutsTheCustomerOnTheTicketAlsoAfterARestart() {
    done(add("Ada", "9811 0000-0000 0018"));
    done(shop.lane.carryOut(new ChooseCustomer(null)));

    done(swipe(RED));
    assertThat(onTicket()).isEqualTo("Ada");

    shop.restart();
    shop.lane.signOn("1001", "1234");
    done(shop.lane.carryOut(new ChooseCustomer(null)));
    done(swipe(RED));
    assertThat(onTicket()).isEqualTo("Ada");
  }

  @Test
  void aCardNobodyHasIsGivenToSomebodyWhoIsKnown() {
    done(add("Ada", ""));
    assertThat(refused(swipe(RED), CardRefusal.NobodyHas.class).message())
        .startsWith("Nobody known here has card " + RED);

    done(give(RED, "S01-R01-C1"));

    assertThat(known().getFirst().cardNumber()).contains(RED);
    assertThat(known().getFirst().revision()).isEqualTo(2);
    done(swipe(RED));
    assertThat(onTicket()).isEqualTo("Ada");
  }

  @Test
  void whoseCardCouldNotBeRecordedIsNotOnTheTicket() {
    done(add("Ada", ""));
    done(shop.lane.carryOut(new ChooseCustomer(null)));
    shop.journal.failNextAppend(InMemoryJournal.Fault.UNKNOWN_NOT_STORED);

    refused(give(RED, "S01-R01-C1"), Refusal.class);

    assertThat(shop.lane.view().ticket().particulars().customer()).isNull();
    assertThat(known().getFirst().cardNumber()).isEmpty();
  }

  @Test
  void aCardIsNotRecordedForSomebodyWhoCannotBePutOnTheTicket() {
    done(add("Ada", ""));
    done(shop.lane.carryOut(new ChooseCustomer(null)));
    shop.scan("71053", "1");
    shop.lane.tenderCash(Shop.gbp("1.00"));

    refused(give(RED, "S01-R01-C1"), Refusal.PaymentsTaken.class);

    assertThat(known().getFirst().cardNumber()).isEmpty();
  }

  @Test
  void aNewCardTakesThePlaceOfTheOldOne() {
    done(add("Ada", RED));

    done(give(BLUE, "S01-R01-C1"));

    refused(swipe(RED), CardRefusal.NobodyHas.class);
    done(swipe(BLUE));
  }

  @Test
  void givingNoCardTakesNoneAway() {
    done(add("Ada", RED));

    refused(give(" ", "S01-R01-C1"), CardRefusal.NoNumber.class);

    assertThat(known().getFirst().cardNumber()).contains(RED);
  }

  @Test
  void aCardSomebodyHasIsNotGivenToAnother() {
    done(add("Ada", RED));
    done(add("Bo", ""));

    assertThat(refused(give(RED, "S01-R01-C2"), CardRefusal.OfAnother.class).message())
        .startsWith("Card " + RED + " is Ada's (S01-R01-C1).");
    refused(add("Cy", RED), CardRefusal.OfAnother.class);
    refused(edit("S01-R01-C2", "Bo", RED), CardRefusal.OfAnother.class);
    assertThat(known()).hasSize(2).last().matches(bo -> bo.cardNumber().isEmpty());

    done(edit("S01-R01-C1", "Ada", ""));
    refused(swipe(RED), CardRefusal.NobodyHas.class);
    done(give(RED, "S01-R01-C2"));
    done(swipe(RED));
    assertThat(onTicket()).isEqualTo("Bo");
  }

  @Test
  void aChangeThatSaysNothingOfTheCardLeavesIt() {
    done(add("Ada", RED));
    CustomerCard given = known().getFirst().card();
    shop.clock.advance(Duration.ofHours(1));

    done(edit("S01-R01-C1", "Ada King", null));
    done(edit("S01-R01-C1", "Ada Lovelace", RED));

    assertThat(known().getFirst().name()).isEqualTo("Ada Lovelace");
    assertThat(known().getFirst().card()).isNotNull().isEqualTo(given);
  }

  @Test
  void aPaymentCardIsRefusedWithoutItsNumber() {
    done(add("Ada", ""));
    int before = shop.journal.entries().size();

    Refusal swiped =
        refused(
            shop.lane.carryOut(
                new SwipeCard(
                    new CardSwipe.OfBank(new Card("411111******1111", "Visa", "abc")),
                    customers())),
            CardRefusal.PaymentCard.class);
    Refusal typed = refused(add("Bo", PAYMENT_CARD), CardRefusal.PaymentCard.class);
    refused(give(PAYMENT_CARD, "S01-R01-C1"), CardRefusal.PaymentCard.class);
    refused(
        edit("S01-R01-C1", "Ada", "%B4111111111111111^ADA^4912201000?"),
        CardRefusal.PaymentCard.class);
    refused(add("Bo", "12"), CardRefusal.NoNumber.class);

    assertThat(swiped.message()).contains("Its number was not kept").doesNotContain("1111");
    assertThat(typed.message()).isEqualTo(swiped.message());
    assertThat(shop.journal.entries()).hasSize(before);
  }

  @Test
  void aFailedReadIsSaid() {
    Outcome failed =
        shop.lane.carryOut(
            new SwipeCard(
                new CardSwipe.Unreadable(
                    new DeviceOutcome.Fault("card reader", "It did not read.", "Again.")),
                customers()));

    assertThat(refused(failed, CardRefusal.NotRead.class).message())
        .isEqualTo("It did not read. Again. Or search for the customer by name.");
  }

  @Test
  void nobodySignedOnSeesWhoseCardItIs() {
    done(add("Ada", RED));
    shop.lane.voidTicket();
    done(shop.lane.carryOut(new ChooseCustomer(null)));
    done(shop.lane.signOff());

    refused(swipe(RED), Refusal.NotSignedOn.class);
  }

  @Test
  void theCardOfSomebodyHqToldOfIsKnownHere() {
    tell(1, ada(3, new CustomerCard(RED, at(0))));

    done(swipe(RED));
    assertThat(onTicket()).isEqualTo("Ada");

    done(give(BLUE, "S01-R02-C5"));
    refused(swipe(RED), CardRefusal.NobodyHas.class);
    done(swipe(BLUE));

    tell(1, ada(5, new CustomerCard(null, at(60))));
    refused(swipe(BLUE), CardRefusal.NobodyHas.class);
  }

  @Test
  void ofTwoWhoWereGivenOneCardItIsTheOnesWhoWasGivenItLater() {
    done(add("Bo", RED));
    Instant given = shop.clock.instant();

    tell(1, ada(1, new CustomerCard(RED, given.minusSeconds(60))));
    done(swipe(RED));
    assertThat(onTicket()).isEqualTo("Bo");

    tell(1, ada(1, new CustomerCard(RED, given.plusSeconds(60))));
    done(swipe(RED));
    assertThat(onTicket()).isEqualTo("Ada");
  }

  /** Whatever is added, given, taken and swiped: a card is one customer's, the last one's. */
  @Test
  void anyOrderOfGivingAndTakingLeavesACardWithOneCustomer() {
    for (long seed = 1; seed <= 40; seed++) {
      new AnyGiving(seed).run();
    }
  }

  private static final class AnyGiving {

    private static final List<String> CARDS = List.of("C0001", "C0002", "C0003", RED, BLUE);

    private final long seed;
    private final Random random;
    private final CustomerCardsTest lane = new CustomerCardsTest();
    private final List<String> ids = new ArrayList<>();
    private final Map<String, String> holder = new HashMap<>();

    AnyGiving(long seed) {
      this.seed = seed;
      this.random = new Random(seed);
    }

    void run() {
      for (int step = 0; step < 60; step++) {
        String card = CARDS.get(random.nextInt(CARDS.size()));
        String its = "seed %d, step %d, card %s".formatted(seed, step, card);
        switch (ids.isEmpty() ? 0 : random.nextInt(6)) {
          case 0 -> {
            boolean isFree = !holder.containsKey(card);
            assertThat(lane.add("Customer " + step, card) instanceof Outcome.Done)
                .as(its)
                .isEqualTo(isFree);
            if (isFree) {
              ids.add("S01-R01-C" + (ids.size() + 1));
              holder.put(card, ids.getLast());
            }
          }
          case 1 -> {
            String id = anybody();
            done(lane.edit(id, "Nobody's card " + step, ""));
            holder.values().removeIf(id::equals);
          }
          case 2 -> lane.shop.clock.advance(Duration.ofSeconds(random.nextInt(-3_600, 3_600)));
          case 3 -> {
            lane.shop.restart();
            lane.shop.lane.signOn("1001", "1234");
          }
          default -> {
            String id = anybody();
            boolean may = holder.getOrDefault(card, id).equals(id);
            assertThat(lane.give(card, id) instanceof Outcome.Done).as(its).isEqualTo(may);
            if (may) {
              holder.values().removeIf(id::equals);
              holder.put(card, id);
            }
          }
        }
        for (String each : CARDS) {
          assertThat(lane.swipe(each) instanceof Outcome.Done)
              .as("%s: %s", its, each)
              .isEqualTo(holder.containsKey(each));
          if (holder.containsKey(each)) {
            assertThat(lane.named().id()).as("%s: %s", its, each).isEqualTo(holder.get(each));
          }
        }
      }
    }

    private String anybody() {
      return ids.get(random.nextInt(ids.size()));
    }
  }

  /** Of the lane as it is since it was started last. */
  private KnownCustomers customers() {
    return new KnownCustomers(shop.lane, shared);
  }

  private Customer ada(long revision, CustomerCard card) {
    return new Customer("S01-R02-C5", revision, "Ada", null, null, null, null, false).with(card);
  }

  private Instant at(int seconds) {
    return shop.clock.instant().plusSeconds(seconds);
  }

  private void tell(long number, Customer customer) {
    hq.tell(new SharedRecord.OfCustomer(number, customer, List.of(customer.id())));
    shared.read();
  }

  private Outcome add(String name, String card) {
    return shop.lane.carryOut(
        new AddCustomer(new CustomerForm(name, "", "", "", "", false, card), customers()));
  }

  private Outcome edit(String id, String name, @Nullable String card) {
    return shop.lane.carryOut(
        new EditCustomer(
            customers().known(id).orElseThrow(),
            new CustomerForm(name, "", "", "", "", false, card),
            customers()));
  }

  private Outcome give(String card, String id) {
    return shop.lane.carryOut(new GiveCard(card, customers().known(id).orElseThrow(), customers()));
  }

  private Outcome swipe(String card) {
    return shop.lane.carryOut(new SwipeCard(new CardSwipe.OfCustomer(card), customers()));
  }

  private String onTicket() {
    return named().name();
  }

  private CustomerName named() {
    return Objects.requireNonNull(shop.lane.view().ticket().particulars().customer());
  }

  private List<Customer> known() {
    return shop.lane.state().open().customers();
  }

  private static void done(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
  }

  private static Refusal refused(Outcome outcome, Class<? extends Refusal> why) {
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    Refusal refusal = ((Outcome.Refused) outcome).refusal();
    assertThat(refusal).isInstanceOf(why);
    return refusal;
  }
}
