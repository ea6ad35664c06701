package dev.tillbridge.it.days;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.hq.ledger.ChartFile;
import dev.tillbridge.hq.ledger.Posting;
import dev.tillbridge.hq.ledger.PostingRules;
import dev.tillbridge.model.card.CardApproval;
import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.journal.CardEntry;
import dev.tillbridge.model.journal.HandedOver;
import dev.tillbridge.model.journal.StoredEntry;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.projection.LaneState;
import dev.tillbridge.register.projection.Projection;
import dev.tillbridge.register.projection.StateCache;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** That everything that tells of the same money tells the same. */
final class Agreement {

  private final Store store;
  private final PostingRules rules = new PostingRules(ChartFile.standard());

  Agreement(Store store) {
    this.store = store;
  }

  void check() {
    store.registers.forEach(Agreement::settleDoubt);
    store.registers.forEach(Agreement::checkFold);
    Map<String, BigDecimal> ledger = checkLedger();
    checkDrawers(ledger);
    Uniqueness.check(store);
    WhatIsOwed owed = new WhatIsOwed(store.everything());
    owed.checkStoredValues();
    owed.checkReturns();
    owed.checkReturnedTax();
    checkDocuments(owed, ledger);
  }

  private static void settleDoubt(Register at) {
    if (at.lane.view().operator() == null) {
      at.lane.signOn("1001", "1234");
    }
    assertThat(at.lane.giveBack(99)).as("settles doubts").isInstanceOf(Outcome.Refused.class);
  }

  /** The journal that is kept, and all that was ever in it, mean what the lane works with. */
  private static void checkFold(Register at) {
    LaneState kept = Projection.restore(at.disk, StateCache.NONE);
    LaneState whole = LaneState.START;
    for (StoredEntry stored : at.disk.everything()) {
      whole = whole.after(stored);
    }
    for (LaneState each : List.of(kept, whole)) {
      assertThat(each.meaning()).as("meaning at %s", at).isEqualTo(at.lane.recorded().meaning());
      assertThat(each.head()).isEqualTo(at.lane.recorded().head());
      assertThat(each.sequence()).isEqualTo(at.lane.recorded().sequence());
      assertThat(each.businessDate()).isEqualTo(at.lane.recorded().businessDate());
    }
  }

  /** HQ's rules post every entry in balance, and come to the sums of tickets and drawers. */
  private Map<String, BigDecimal> checkLedger() {
    ExpectedAccounts expected = new ExpectedAccounts();
    Map<String, BigDecimal> ledger = new TreeMap<>();
    for (StoredEntry stored : store.everything()) {
      expected.add(stored.entry().body());
      List<Posting> postings =
          rules.transactionOf(stored.entry()).map(each -> each.postings()).orElse(List.of());
      assertThat(
              postings.stream()
                  .map(posting -> posting.amount().getAmount())
                  .reduce(BigDecimal.ZERO, BigDecimal::add))
          .as("balance of %s", stored.entry().id())
          .isZero();
      for (Posting posting : postings) {
        ledger.merge(posting.account(), posting.amount().getAmount(), BigDecimal::add);
      }
    }
    ledger.values().removeIf(sum -> sum.signum() == 0);
    assertThat(ledger).as("the ledger").isEqualTo(expected.sums());
    return ledger;
  }

  /** Every open drawer holds what its entries say, and together what the ledger says. */
  private void checkDrawers(Map<String, BigDecimal> ledger) {
    Money inDrawers = Store.NOTHING;
    for (Register at : store.registers) {
      Map<Long, Money> cash = DrawerCash.bySession(at.everything());
      Stream<DrawerSession> aside = at.lane.recorded().open().aside().stream();
      List<DrawerSession> open =
          Stream.concat(Stream.ofNullable(at.lane.recorded().session()), aside).toList();
      for (DrawerSession session : open) {
        assertThat(session.expectedCash())
            .as("drawer %d of %s", session.number(), at)
            .isEqualTo(cash.get(session.number()));
        inDrawers = inDrawers.plus(session.expectedCash());
      }
      assertThat(open)
          .extracting(DrawerSession::number)
          .containsExactlyInAnyOrderElementsOf(cash.keySet());
    }
    assertThat(ledger.getOrDefault("1010", BigDecimal.ZERO))
        .as("cash in drawers by the ledger")
        .isEqualByComparingTo(inDrawers.getAmount());
  }

  /** What was paid on documents and not used is on those that are open, each at one place. */
  private void checkDocuments(WhatIsOwed owed, Map<String, BigDecimal> ledger) {
    List<Document> places = new ArrayList<>(store.documents());
    store.onTheWay().stream().map(HandedOver::document).forEach(places::add);
    Money paid = owed.checkDocuments(places);
    assertThat(ledger.getOrDefault("2200", BigDecimal.ZERO).negate())
        .as("deposits by the ledger")
        .isEqualByComparingTo(paid.getAmount());
  }

  /** The acquirer holds under each key what tickets say was paid under it. */
  void checkCards() {
    Map<String, Money> said = new TreeMap<>();
    Stream<Tender> open =
        store.registers.stream()
            .flatMap(at -> at.lane.view().ticket().tenders().stream())
            .filter(tender -> !isNotSentYet(tender));
    Stream<Tender> paid = store.tickets().stream().flatMap(each -> each.tenders().stream());
    Stream.concat(paid, open)
        .filter(Tender.Card.class::isInstance)
        .map(Tender.Card.class::cast)
        .forEach(card ->
            assertThat(said.put(card.card().key(), card.amount()))
                .as("payment %s on one ticket", card.card().key())
                .isNull());
    store
        .bodies()
        .forEach(body -> {
          if (body instanceof CardEntry.Forwarded word && word.code() == null) {
            said.put(word.key(), Store.NOTHING);
          }
        });
    TreeSet<String> keys = new TreeSet<>(said.keySet());
    store.acquirer.book().entries().forEach(entry -> keys.add(entry.key()));
    for (String key : keys) {
      assertThat(store.acquirer.book().held(CurrencyUnit.GBP, key))
          .as("payment %s at the acquirer", key)
          .isEqualTo(said.getOrDefault(key, Store.NOTHING));
    }
  }

  /** Taken without the bank: it hears of it once the ticket is complete. */
  private static boolean isNotSentYet(Tender tender) {
    return tender instanceof Tender.Card card && card.card().approval() == CardApproval.OFFLINE;
  }
}
