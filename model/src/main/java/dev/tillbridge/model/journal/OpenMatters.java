package dev.tillbridge.model.journal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tillbridge.model.card.CardApproval;
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
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a register's entries still mean besides its tickets and its drawer: a pure fold over them.
 *
 * @param documents that are open here, begun here or taken over, oldest first
 * @param customers added or changed here, at most {@value #CUSTOMERS_MAX}, oldest first
 * @param storedValues issued or redeemed here, at most {@value #STORED_VALUES_MAX}
 * @param returned lines that came back here, at most {@value #RETURNED_MAX}, oldest first
 * @param cards whose last word is not spoken
 * @param event the register sells at, null in the shop
 * @param aside drawer sessions that are open and set aside
 * @param lastDocument count in the number of the last document begun here
 * @param lastCustomer likewise of the last customer
 * @param lastStoredValue likewise of the last stored value
 * @param lastEvent likewise of the last event
 * @param handedOver documents left to other lanes, at most {@value #HANDED_OVER_MAX}, oldest first;
 *     whoever asks for an older one is told that it is not known here
 * @param takenOver documents taken over from other lanes, whether still open or not, at most
 *     {@value #TAKEN_OVER_MAX}, oldest first
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record OpenMatters(
    List<Document> documents,
    List<Customer> customers,
    List<StoredValueHere> storedValues,
    List<Returned> returned,
    List<CardPending> cards,
    @Nullable OffsiteEvent event,
    List<DrawerSession> aside,
    long lastDocument,
    long lastCustomer,
    long lastStoredValue,
    long lastEvent,
    List<HandedOver> handedOver,
    List<TakenOver> takenOver) {

  public static final int CUSTOMERS_MAX = 500;
  public static final int STORED_VALUES_MAX = 2_000;
  public static final int RETURNED_MAX = 2_000;
  public static final int HANDED_OVER_MAX = 200;
  public static final int TAKEN_OVER_MAX = 2_000;

  public static final OpenMatters NONE =
      new OpenMatters(
          List.of(), List.of(), List.of(), List.of(), List.of(), null, List.of(), 0, 0, 0, 0,
          List.of(), List.of());

  public OpenMatters {
    documents = copy(documents);
    customers = copy(customers);
    storedValues = copy(storedValues);
    returned = copy(returned);
    cards = copy(cards);
    aside = copy(aside);
    handedOver = copy(handedOver);
    takenOver = copy(takenOver);
  }

  @JsonIgnore
  public boolean isNone() {
    return equals(NONE);
  }

  /** The open document with this number that is here. */
  public Optional<Document> document(String number) {
    return documents.stream().filter(document -> document.number().equals(number)).findFirst();
  }

  /** The document with this number that was left to another lane and did not come back. */
  public Optional<HandedOver> handedOver(String number) {
    return handedOver.stream().filter(left -> left.document().number().equals(number)).findFirst();
  }

  /** Whether a document was taken over here at this revision or a later one. */
  public boolean tookOver(String number, long revision) {
    return takenOver.stream()
        .anyMatch(taken -> taken.number().equals(number) && taken.revision() >= revision);
  }

  /** With a document as it is now; one that is not open here any more leaves. */
  OpenMatters with(DocumentRecorded recorded, LaneId lane) {
    Document document = recorded.document();
    String number = document.number();
    Fold fold = new Fold(this);
    fold.lastDocument = Math.max(lastDocument, ownCount(number, lane));
    fold.documents =
        document.isOpen()
            ? replaced(documents, each -> each.number().equals(number), document)
            : without(documents, each -> each.number().equals(number));
    LaneId to = recorded.to();
    if (to != null) {
      fold.handedOver =
          newest(replaced(handedOver, of(number), new HandedOver(document, to)), HANDED_OVER_MAX);
    }
    if (document.isOpen() && !document.isBegun()) {
      fold.handedOver = without(handedOver, of(number));
      fold.takenOver =
          newest(
              replaced(
                  takenOver,
                  each -> each.number().equals(number),
                  new TakenOver(number, document.revision())),
              TAKEN_OVER_MAX);
    }
    return fold.done();
  }

  private static Predicate<HandedOver> of(String number) {
    return left -> left.document().number().equals(number);
  }

  OpenMatters with(Customer customer, LaneId lane) {
    Fold fold = new Fold(this);
    fold.lastCustomer = Math.max(lastCustomer, ownCount(customer.id(), lane));
    fold.customers =
        newest(
            replaced(customers, each -> each.id().equals(customer.id()), customer), CUSTOMERS_MAX);
    return fold.done();
  }

  OpenMatters with(CardEntry entry, Instant at) {
    Fold fold = new Fold(this);
    List<CardPending> others = without(cards, card -> card.key().equals(entry.key()));
    fold.cards =
        switch (entry) {
          case CardEntry.ReversalDue due ->
              replaced(
                  others,
                  card -> false,
                  new CardPending(due.key(), "", due.amount(), at, true, null));
          case CardEntry.Reversed reversed -> others;
          case CardEntry.Forwarded forwarded -> others;
        };
    return fold.done();
  }

  OpenMatters with(OffsiteEntry entry) {
    Fold fold = new Fold(this);
    switch (entry) {
      case OffsiteEntry.Started started -> {
        fold.event = started.event();
        fold.lastEvent = Math.max(lastEvent, countIn(started.event().id()));
      }
      case OffsiteEntry.Ended ended -> fold.event = null;
    }
    return fold.done();
  }

  OpenMatters settingAside(DrawerSession session) {
    Fold fold = new Fold(this);
    fold.aside = replaced(aside, each -> each.number() == session.number(), session);
    return fold.done();
  }

  OpenMatters takingUp(long session) {
    Fold fold = new Fold(this);
    fold.aside = without(aside, each -> each.number() == session);
    return fold.done();
  }

  /** With what a completed ticket did to documents, stored values, cards and returned goods. */
  OpenMatters with(Ticket ticket, Instant at) {
    Fold fold = new Fold(this);
    Returned.in(ticket.lines()).forEach(fold::returned);
    for (Charge charge : ticket.charges()) {
      if (charge instanceof Charge.StoredValueSold sold) {
        Money zero = Money.zero(sold.amount().getCurrencyUnit());
        fold.storedValue(
            new StoredValueHere(sold.number(), sold.kind(), sold.amount(), zero, zero));
      }
    }
    for (Tender tender : ticket.tenders()) {
      if (tender instanceof Tender.StoredValue value) {
        Money zero = Money.zero(value.amount().getCurrencyUnit());
        fold.storedValue(
            new StoredValueHere(
                value.number(),
                value.kind(),
                zero,
                value.amount(),
                value.checked() ? zero : value.amount()));
      }
      if (tender instanceof Tender.Card card && card.card().approval() == CardApproval.OFFLINE) {
        fold.cards =
            replaced(
                fold.cards,
                each -> each.key().equals(card.card().key()),
                new CardPending(
                    card.card().key(),
                    ticket.number(),
                    card.amount(),
                    at,
                    false,
                    card.card().token()));
      }
    }
    DocumentStep step = ticket.document();
    if (step != null) {
      fold.step(step, ticket);
    }
    return fold.done();
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

  private static <T> List<T> copy(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  private static <T> List<T> without(List<T> list, Predicate<T> which) {
    return list.stream().filter(which.negate()).toList();
  }

  private static <T> List<T> replaced(List<T> list, Predicate<T> which, T now) {
    List<T> changed = new ArrayList<>(without(list, which));
    changed.add(now);
    return changed;
  }

  private static <T> List<T> newest(List<T> list, int max) {
    return list.size() <= max ? list : list.subList(list.size() - max, list.size());
  }

  private static final class Fold {
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
    private long lastStoredValue;
    private long lastEvent;
    private List<HandedOver> handedOver;
    private List<TakenOver> takenOver;

    private Fold(OpenMatters before) {
      this.before = before;
      this.documents = before.documents;
      this.customers = before.customers;
      this.storedValues = before.storedValues;
      this.returned = before.returned;
      this.cards = before.cards;
      this.event = before.event;
      this.aside = before.aside;
      this.lastDocument = before.lastDocument;
      this.lastCustomer = before.lastCustomer;
      this.lastStoredValue = before.lastStoredValue;
      this.lastEvent = before.lastEvent;
      this.handedOver = before.handedOver;
      this.takenOver = before.takenOver;
    }

    private void returned(Returned back) {
      returned = newest(replaced(returned, each -> false, back), RETURNED_MAX);
    }

    private void storedValue(StoredValueHere more) {
      Predicate<StoredValueHere> same = each -> each.number().equals(more.number());
      StoredValueHere sum =
          storedValues.stream()
              .filter(same)
              .findFirst()
              .map(each ->
                  new StoredValueHere(
                      each.number(),
                      each.kind(),
                      each.issued().plus(more.issued()),
                      each.redeemed().plus(more.redeemed()),
                      each.unchecked().plus(more.unchecked())))
              .orElse(more);
      storedValues = newest(replaced(storedValues, same, sum), STORED_VALUES_MAX);
    }

    /** Only what is open here is changed here. */
    private void step(DocumentStep step, Ticket ticket) {
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
      UnaryOperator<Document> change =
          document ->
              switch (step.leaves()) {
                case OPEN -> document.paying(taken);
                case DONE, CANCELLED, HANDED_OVER ->
                    document.paying(taken.minus(used)).in(step.leaves());
              };
      documents =
          documents.stream()
              .map(each -> each.number().equals(step.number()) ? change.apply(each) : each)
              .filter(Document::isOpen)
              .toList();
    }

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
              lastStoredValue,
              lastEvent,
              handedOver,
              takenOver);
      return after.equals(before) ? before : after;
    }
  }
}
