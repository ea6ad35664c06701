package dev.tillbridge.model.journal;

import static dev.tillbridge.model.journal.OpenMatters.CUSTOMERS_MAX;
import static dev.tillbridge.model.journal.OpenMatters.HANDED_OVER_MAX;
import static dev.tillbridge.model.journal.OpenMatters.RETURNED_MAX;
import static dev.tillbridge.model.journal.OpenMatters.STORED_VALUES_MAX;
import static dev.tillbridge.model.journal.OpenMatters.TAKEN_OVER_MAX;

import dev.tillbridge.model.customer.Customer;
import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.offsite.OffsiteEvent;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Charge;
import dev.tillbridge.model.ticket.DocumentStep;
import dev.tillbridge.model.ticket.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Open matters while one entry changes them: a pure fold. Each method takes that entry and gives
 * them as they are after it; made anew for each.
 */
final class ChangingMatters {

  private final OpenMatters before;
  private List<Document> documents;
  private List<Customer> customers;
  private List<StoredValueHere> storedValues;
  private List<Returned> returned;
  private List<CardPending> cards;
  private @Nullable OffsiteEvent event;
  private List<DrawerSession> aside;
  private long lastDocument;
  private long lastCustomer;
  private long lastEvent;
  private List<HandedOver> handedOver;
  private List<TakenOver> takenOver;

  ChangingMatters(OpenMatters before) {
    this.before = before;
    this.documents = before.documents();
    this.customers = before.customers();
    this.storedValues = before.storedValues();
    this.returned = before.returned();
    this.cards = before.cards();
    this.event = before.event();
    this.aside = before.aside();
    this.lastDocument = before.lastDocument();
    this.lastCustomer = before.lastCustomer();
    this.lastEvent = before.lastEvent();
    this.handedOver = before.handedOver();
    this.takenOver = before.takenOver();
  }

  /** With a document as it is now; one that is not open here any more leaves. */
  OpenMatters with(DocumentRecorded recorded, LaneId lane) {
    Document document = recorded.document();
    String number = document.number();
    lastDocument = Math.max(lastDocument, ownCount(number, lane));
    documents =
        document.isOpen()
            ? put(documents, Document::number, document)
            : without(documents, Document::number, number);
    LaneId to = recorded.to();
    if (to != null) {
      handedOver =
          newest(
              put(handedOver, HandedOver::number, new HandedOver(document, to)), HANDED_OVER_MAX);
    }
    if (document.isOpen() && !document.isBegun()) {
      TakenOver taken = new TakenOver(number, document.revision());
      handedOver = without(handedOver, HandedOver::number, number);
      takenOver = newest(put(takenOver, TakenOver::number, taken), TAKEN_OVER_MAX);
    }
    return done();
  }

  OpenMatters with(Customer customer, LaneId lane) {
    lastCustomer = Math.max(lastCustomer, ownCount(customer.id(), lane));
    customers = newest(put(customers, Customer::id, customer), CUSTOMERS_MAX);
    return done();
  }

  OpenMatters with(CardEntry entry, Instant at) {
    cards =
        switch (entry) {
          case CardEntry.ReversalDue due ->
              put(cards, CardPending::key, CardPending.reversal(due, at));
          case CardEntry.Reversed reversed -> without(cards, CardPending::key, reversed.key());
          case CardEntry.Forwarded forwarded -> without(cards, CardPending::key, forwarded.key());
        };
    return done();
  }

  OpenMatters with(OffsiteEntry entry) {
    switch (entry) {
      case OffsiteEntry.Started started -> {
        event = started.event();
        lastEvent = Math.max(lastEvent, countIn(started.event().id()));
      }
      case OffsiteEntry.Ended ended -> event = null;
    }
    return done();
  }

  OpenMatters settingAside(DrawerSession session) {
    aside = put(aside, DrawerSession::number, session);
    return done();
  }

  OpenMatters takingUp(long session) {
    aside = without(aside, DrawerSession::number, session);
    return done();
  }

  /** With what a completed ticket did to documents, stored values, cards and returned goods. */
  OpenMatters with(Ticket ticket, Instant at) {
    List<Returned> back = new ArrayList<>(returned);
    back.addAll(Returned.in(ticket.lines()));
    returned = newest(back, RETURNED_MAX);
    StoredValueHere.in(ticket).forEach(this::add);
    CardPending.in(ticket, at).forEach(card -> cards = put(cards, CardPending::key, card));
    DocumentStep step = ticket.document();
    if (step != null) {
      step(step, ticket);
    }
    return done();
  }

  private void add(StoredValueHere more) {
    StoredValueHere sum =
        storedValues.stream()
            .filter(each -> each.number().equals(more.number()))
            .findFirst()
            .map(each -> each.plus(more))
            .orElse(more);
    storedValues = newest(put(storedValues, StoredValueHere::number, sum), STORED_VALUES_MAX);
  }

  /** Only what is open here is changed here. */
  private void step(DocumentStep step, Ticket ticket) {
    documents =
        documents.stream()
            .map(each -> each.number().equals(step.number()) ? after(each, step, ticket) : each)
            .filter(Document::isOpen)
            .toList();
  }

  private static Document after(Document document, DocumentStep step, Ticket ticket) {
    Money zero = Money.zero(ticket.total().getCurrencyUnit());
    Money taken =
        ticket.charges().stream()
            .filter(Charge.DepositPaid.class::isInstance)
            .map(Charge::amount)
            .reduce(zero, Money::plus);
    Money used =
        ticket.tenders().stream()
            .filter(Tender.Deposit.class::isInstance)
            .map(Tender::amount)
            .reduce(zero, Money::plus);
    return switch (step.leaves()) {
      case OPEN -> document.paying(taken);
      case DONE, CANCELLED, HANDED_OVER -> document.paying(taken.minus(used)).in(step.leaves());
    };
  }

  /** The count in a number that this lane made, 0 in one that another made. */
  private static long ownCount(String number, LaneId lane) {
    return number.startsWith(lane + "-") ? countIn(number) : 0;
  }

  private static long countIn(String number) {
    int digits = number.length();
    while (digits > 0 && Character.isDigit(number.charAt(digits - 1))) {
      digits--;
    }
    return digits == number.length() ? 0 : Long.parseLong(number.substring(digits));
  }

  private static <T> List<T> without(List<T> list, Function<T, ?> key, Object gone) {
    return list.stream().filter(each -> !gone.equals(key.apply(each))).toList();
  }

  /** In place of one with the same key, at the end. */
  private static <T, K> List<T> put(List<T> list, Function<T, K> key, T now) {
    List<T> changed = new ArrayList<>(without(list, key, key.apply(now)));
    changed.add(now);
    return changed;
  }

  private static <T> List<T> newest(List<T> list, int max) {
    return list.size() <= max ? list : list.subList(list.size() - max, list.size());
  }

  /** The very same when nothing changed. */
  private OpenMatters done() {
    OpenMatters after =
        new OpenMatters(
            documents,
            customers,
            storedValues,
            returned,
            cards,
            event,
            aside,
            lastDocument,
            lastCustomer,
            before.lastStoredValue(),
            lastEvent,
            handedOver,
            takenOver);
    return after.equals(before) ? before : after;
  }
}
