package dev.tillbridge.register.document;

import static dev.tillbridge.register.lane.Shop.gbp;
import static dev.tillbridge.register.lane.Shop.there;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.document.DocumentState;
import dev.tillbridge.model.journal.DocumentRecorded;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.InMemoryJournal.Fault;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Charge;
import dev.tillbridge.model.ticket.DocumentStep;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketLine;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.lane.Shop;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random deeds with documents, each sequence from a seed, with failing writes and power cuts
 * between; a seed that fails is added to the list. Every line that is rung has a quantity of its
 * own, so it can be told where it is.
 */
class AnyDocumentTest {

  private static final int DEEDS = 800;
  private static final int CHECK_EVERY = 4;
  private static final Money FLOAT = gbp("100.00");

  private final Shop shop = Shop.open();
  private final Set<Integer> rung = new HashSet<>();
  private int lines;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 20261127})
  void moneyNumbersAndGoodsHoldThroughFaultsAndPowerCuts(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    int ended = 0;
    for (int i = 0; i < DEEDS; i++) {
      if (random.nextInt(8) == 0) {
        shop.journal.failNextAppend(Fault.values()[random.nextInt(Fault.values().length)]);
        shop.journal.unreadable(random.nextBoolean());
      }
      shop.openTickets.forgetRemovals = random.nextInt(4) == 0;
      deed(random);
      shop.journal.unreadable(false);
      if (random.nextInt(6) == 0) {
        shop.restart();
        shop.lane.signOn("1001", "1234");
      }
      settleDoubts();
      if (i % CHECK_EVERY == CHECK_EVERY - 1) {
        ended = check();
      }
    }
    assertThat(ended).as("documents that ended").isGreaterThan(10);
  }

  private void deed(RandomGenerator random) {
    List<Document> open = shop.lane.state().open().documents();
    String number =
        open.isEmpty() || random.nextInt(10) == 0
            ? "S01-R01-D" + (1 + random.nextInt(20))
            : open.get(random.nextInt(open.size())).number();
    switch (random.nextInt(16)) {
      case 0, 1, 2 -> ring();
      case 3 -> shop.lane.carryOut(Begin.hold("h"));
      case 4 -> shop.lane.carryOut(Begin.quote("q", null));
      case 5 -> shop.lane.carryOut(Begin.order("o", null, amount(random)));
      case 6 -> shop.lane.carryOut(Begin.layaway("l", 1 + random.nextInt(5), 7));
      case 7 -> shop.lane.carryOut(new Recall(number));
      case 8 -> shop.lane.carryOut(new PickUp(number));
      case 9 -> shop.lane.carryOut(new Pay(number, amount(random)));
      case 10 -> shop.lane.carryOut(new Cancel(number));
      case 11, 12 -> shop.lane.tenderExactCash();
      case 13 -> shop.lane.tenderCash(amount(random));
      case 14 -> shop.lane.giveBack(1);
      default -> {
        if (random.nextInt(3) == 0) {
          shop.lane.voidTicket();
        } else {
          shop.lane.checkpoint();
        }
      }
    }
  }

  private void ring() {
    int mark = ++lines;
    if (shop.scan("FREE", Integer.toString(mark)) instanceof Outcome.Done) {
      rung.add(mark);
    }
  }

  private static Money amount(RandomGenerator random) {
    return Money.ofMinor(CurrencyUnit.GBP, random.nextInt(300));
  }

  /**
   * Any command finds out first what became of a write, and finishes a recall; this does no more.
   */
  private void settleDoubts() {
    assertThat(shop.lane.giveBack(99)).isInstanceOf(Outcome.Refused.class);
  }

  /** Answers how many documents have ended. */
  private int check() {
    Map<String, Money> deposits = new HashMap<>();
    Set<String> begun = new HashSet<>();
    Set<String> ended = new HashSet<>();
    Set<String> receipts = new HashSet<>();
    Map<String, Document> first = new HashMap<>();
    List<Integer> sold = new ArrayList<>();
    Set<Integer> gone = new HashSet<>();
    Money cash = FLOAT;
    for (EntryBody body : bodies()) {
      switch (body) {
        case DocumentRecorded(long session, Document document, var to) -> {
          if (document.isBegun()) {
            assertThat(begun.add(document.number())).as("used once").isTrue();
            first.put(document.number(), document);
          } else {
            assertThat(ended.add(document.number())).as("ended once").isTrue();
          }
          if (document.state() == DocumentState.CANCELLED) {
            gone.addAll(marks(document.lines()));
          }
        }
        case EntryBody.TicketCompleted(long session, Ticket ticket) -> {
          assertThat(receipts.add(ticket.number())).as("numbered once").isTrue();
          cash = cash.plus(cashOf(ticket));
          sold.addAll(marks(ticket.lines()));
          move(ticket, deposits);
          DocumentStep step = ticket.document();
          if (step != null && step.leaves() != DocumentState.OPEN) {
            assertThat(ended.add(step.number())).as("ended once").isTrue();
            assertThat(deposits.getOrDefault(step.number(), gbp("0.00"))).isEqualTo(gbp("0.00"));
            if (step.leaves() == DocumentState.CANCELLED) {
              gone.addAll(marks(there(first.get(step.number())).lines()));
            }
          }
          assertThat(deposits.values()).noneMatch(Money::isNegative);
        }
        case EntryBody.TicketVoided voided -> gone.addAll(marks(voided.lines()));
        case EntryBody other -> {}
      }
    }
    checkDeposits(deposits, begun, ended);
    checkGoods(sold, gone);
    assertThat(there(shop.lane.view().drawer()).cash()).isEqualTo(cash);
    return ended.size();
  }

  private static Money cashOf(Ticket ticket) {
    return ticket.tenders().stream()
        .filter(Tender.Cash.class::isInstance)
        .map(Tender::amount)
        .reduce(ticket.change().negated(), Money::plus);
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

  private void checkDeposits(Map<String, Money> deposits, Set<String> begun, Set<String> ended) {
    List<Document> open = shop.lane.state().open().documents();
    Set<String> stillOpen = new HashSet<>(begun);
    stillOpen.removeAll(ended);
    assertThat(open).extracting(Document::number).containsExactlyInAnyOrderElementsOf(stillOpen);
    assertThat(open)
        .allSatisfy(document ->
            assertThat(document.paid())
                .isEqualTo(deposits.getOrDefault(document.number(), gbp("0.00"))));
    Money owed = open.stream().map(Document::paid).reduce(gbp("0.00"), Money::plus);
    assertThat(owed).isEqualTo(deposits.values().stream().reduce(gbp("0.00"), Money::plus));
  }

  /** Whatever was rung is in hand, in one open document, sold, or given up; and in one place. */
  private void checkGoods(List<Integer> sold, Set<Integer> gone) {
    LaneView.Open ticket = shop.lane.view().ticket();
    List<Integer> places = new ArrayList<>(sold);
    shop.lane.state().open().documents().forEach(each -> places.addAll(marks(each.lines())));
    if (ticket.particulars().document() == null) {
      places.addAll(marks(ticket.lines()));
    }
    assertThat(places).doesNotHaveDuplicates();
    assertThat(Stream.concat(places.stream(), gone.stream())).containsAll(rung);
  }

  private static Collection<Integer> marks(List<TicketLine> lines) {
    return lines.stream().map(line -> line.quantity().intValueExact()).toList();
  }

  private List<EntryBody> bodies() {
    return shop.journal.entries().stream().map(stored -> stored.entry().body()).toList();
  }
}
