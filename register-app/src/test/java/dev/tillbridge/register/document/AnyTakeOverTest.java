package dev.tillbridge.register.document;

import static dev.tillbridge.register.lane.Shop.gbp;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.document.DocumentState;
import dev.tillbridge.model.journal.DocumentRecorded;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.HandedOver;
import dev.tillbridge.model.journal.InMemoryJournal.Fault;
import dev.tillbridge.model.shared.SharedRecord;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Charge;
import dev.tillbridge.model.ticket.DocumentStep;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.lane.Shop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random deeds with documents at three lanes that take them from each other, each sequence from a
 * seed: with links cut, lanes that are off, answers lost after the deed, failing writes, power
 * cuts, and HQ telling what is long out of date. A seed that fails is added to the list.
 */
class AnyTakeOverTest {

  private static final int DEEDS = 600;
  private static final int CHECK_EVERY = 10;
  private static final Money NOTHING = gbp("0.00");

  private final Lanes lanes = new Lanes();
  private final List<Lanes.At> all =
      List.of(lanes.add("S01-R01"), lanes.add("S01-R02"), lanes.add("S02-R01"));

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20261128})
  void aDocumentIsAtOneLaneAndItsMoneyStaysWithIt(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int i = 0; i < DEEDS; i++) {
      weather(random);
      Lanes.At at = any(random, all);
      if (random.nextInt(10) == 0) {
        Shop failing = any(random, all).shop;
        failing.journal.failNextAppend(any(random, List.of(Fault.values())));
        failing.journal.unreadable(random.nextBoolean());
      }
      at.shop.openTickets.forgetRemovals = random.nextInt(4) == 0;
      deed(random, at);
      all.forEach(each -> each.shop.clock.advance(Duration.ofSeconds(3)));
      all.forEach(each -> each.shop.journal.unreadable(false));
      if (random.nextInt(8) == 0) {
        any(random, all).restart();
      }
      if (i % CHECK_EVERY == CHECK_EVERY - 1) {
        check();
      }
    }
    assertThat(moves()).as("documents taken over").isGreaterThan(10);
  }

  private void weather(RandomGenerator random) {
    if (random.nextInt(12) == 0) {
      lanes.chain.cut(any(random, all).id, random.nextInt(3) == 0);
      lanes.chain.off(any(random, all).id.toString(), random.nextInt(3) == 0);
    }
    lanes.chain.loseAnswers(random.nextInt(5) == 0 ? 1 + random.nextInt(2) : 0);
    if (random.nextInt(6) == 0) {
      Lanes.At at = any(random, all);
      if (!at.open().isEmpty()) {
        lanes.hq.tell(new SharedRecord.OfDocument(any(random, at.open()), at.id));
      }
    }
    if (random.nextInt(6) == 0) {
      any(random, all).shared.read();
    }
  }

  private void deed(RandomGenerator random, Lanes.At at) {
    if (random.nextInt(5) == 0) {
      at.lane().tenderExactCash();
      at.shop.scan("85123A", "1");
      begin(random, at);
      return;
    }
    String number = number(random);
    if (random.nextBoolean()) {
      at.lane().tenderExactCash(); // so that the next ticket can begin
    }
    switch (random.nextInt(10)) {
      case 0 -> at.shop.scan("85123A", "1");
      case 1 -> at.recall(number);
      case 2, 3 -> at.pickUp(number);
      case 4, 5 -> at.desk.carryOut(number, new Pay(number, amount(random)));
      case 6 -> at.cancel(number);
      case 7 -> at.lane().tenderExactCash();
      case 8 -> at.lane().giveBack(1);
      default -> {
        if (random.nextInt(3) == 0) {
          at.lane().voidTicket();
        } else {
          at.lane().checkpoint();
        }
      }
    }
  }

  private static void begin(RandomGenerator random, Lanes.At at) {
    at.lane()
        .carryOut(
            switch (random.nextInt(4)) {
              case 0 -> Begin.hold("h");
              case 1 -> Begin.quote("q", null);
              case 2 -> Begin.order("o", null, amount(random));
              default -> Begin.layaway("l", 1 + random.nextInt(3), 7);
            });
  }

  /** Mostly of a document that is open somewhere. */
  private String number(RandomGenerator random) {
    List<Document> open = all.stream().flatMap(each -> each.open().stream()).toList();
    return open.isEmpty() || random.nextInt(10) == 0
        ? any(random, all).id + "-D" + (1 + random.nextInt(20))
        : any(random, open).number();
  }

  private void check() {
    all.forEach(at ->
        assertThat(at.lane().giveBack(99))
            .as("settles doubts")
            .isInstanceOf(Outcome.Refused.class));
    Set<String> begun = new HashSet<>();
    Set<String> ended = new HashSet<>();
    Set<String> revisions = new HashSet<>();
    Set<String> receipts = new HashSet<>();
    Map<String, Money> deposits = new HashMap<>();
    for (EntryBody body : lanes.bodies()) {
      switch (body) {
        case DocumentRecorded recorded -> {
          Document document = recorded.document();
          assertThat(revisions.add(document.number() + " " + document.revision()))
              .as("revision %d of %s once", document.revision(), document.number())
              .isTrue();
          if (document.isBegun()) {
            begun.add(document.number());
          }
          if (isEnd(document.state())) {
            assertThat(ended.add(document.number())).as("%s ended once", document).isTrue();
          }
        }
        case EntryBody.TicketCompleted(long session, Ticket ticket) -> {
          assertThat(receipts.add(ticket.number())).as("numbered once").isTrue();
          move(ticket, deposits);
          DocumentStep step = ticket.document();
          if (step != null && isEnd(step.leaves())) {
            assertThat(ended.add(step.number())).as("%s ended once", step.number()).isTrue();
          }
        }
        case EntryBody other -> {}
      }
    }
    checkWhereTheyAre(begun, ended, deposits);
  }

  private static boolean isEnd(DocumentState state) {
    return state == DocumentState.DONE || state == DocumentState.CANCELLED;
  }

  private static void move(Ticket ticket, Map<String, Money> deposits) {
    for (Charge charge : ticket.charges()) {
      if (charge instanceof Charge.DepositPaid paid) {
        deposits.merge(paid.document(), paid.amount(), Money::plus);
      }
    }
    for (Tender tender : ticket.tenders()) {
      if (tender instanceof Tender.Deposit used) {
        deposits.merge(used.document(), used.amount().negated(), Money::plus);
      }
    }
  }

  /** Whatever began and did not end is open at one lane, or left to one that did not hear of it. */
  private void checkWhereTheyAre(
      Set<String> begun, Set<String> ended, Map<String, Money> deposits) {
    List<Document> places = new ArrayList<>();
    for (Lanes.At at : all) {
      places.addAll(at.open());
      at.lane().state().open().handedOver().stream()
          .filter(this::isOnItsWay)
          .map(HandedOver::document)
          .forEach(places::add);
    }
    Set<String> stillOpen = new HashSet<>(begun);
    stillOpen.removeAll(ended);
    assertThat(places)
        .extracting(Document::number)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(stillOpen);
    assertThat(places)
        .allSatisfy(document ->
            assertThat(document.paid())
                .isEqualTo(deposits.getOrDefault(document.number(), NOTHING)));
    ended.forEach(
        number -> assertThat(deposits.getOrDefault(number, NOTHING)).as(number).isEqualTo(NOTHING));
  }

  private boolean isOnItsWay(HandedOver left) {
    return all.stream()
        .filter(each -> each.id.equals(left.to()))
        .map(each -> each.lane().state().open())
        .noneMatch(open -> open.tookOver(left.document().number(), left.document().revision() + 1));
  }

  private long moves() {
    return lanes.bodies().stream()
        .filter(body ->
            body instanceof DocumentRecorded recorded
                && recorded.document().isOpen()
                && !recorded.document().isBegun())
        .count();
  }

  private static Money amount(RandomGenerator random) {
    return Money.ofMinor(CurrencyUnit.GBP, random.nextInt(300));
  }

  private static <T> T any(RandomGenerator random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
