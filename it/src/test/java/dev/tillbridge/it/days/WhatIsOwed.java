package dev.tillbridge.it.days;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.document.DocumentState;
import dev.tillbridge.model.journal.DocumentRecorded;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.StoredEntry;
import dev.tillbridge.model.tax.TaxAmount;
import dev.tillbridge.model.tax.TaxRate;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Charge;
import dev.tillbridge.model.ticket.DocumentStep;
import dev.tillbridge.model.ticket.ReturnedFrom;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketLine;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.Money;

/** What customers are owed by all tickets: stored values, deposits, what may still come back. */
final class WhatIsOwed {

  private final Map<String, Money> storedValues = new TreeMap<>();
  private final Map<String, Money> deposits = new TreeMap<>();
  private final Map<String, TicketLine> sold = new TreeMap<>();
  private final Map<String, BigDecimal> backQuantity = new TreeMap<>();
  private final Map<String, Money> backAmount = new TreeMap<>();
  private final Map<String, Ticket> tickets = new TreeMap<>();
  private final Map<String, Map<TaxRate, Money>> backTax = new TreeMap<>();
  private final Set<String> begun = new HashSet<>();
  private final Set<String> ended = new HashSet<>();

  WhatIsOwed(List<StoredEntry> everything) {
    for (StoredEntry stored : everything) {
      switch (stored.entry().body()) {
        case EntryBody.TicketCompleted completed -> add(completed.ticket());
        case DocumentRecorded recorded -> {
          Document document = recorded.document();
          if (document.isBegun()) {
            begun.add(document.number());
          }
          end(document.number(), document.state());
        }
        case EntryBody other -> {}
      }
    }
  }

  private void add(Ticket ticket) {
    for (Charge charge : ticket.charges()) {
      switch (charge) {
        case Charge.StoredValueSold value ->
            storedValues.merge(value.number(), value.amount(), Money::plus);
        case Charge.DepositPaid paid -> deposits.merge(paid.document(), paid.amount(), Money::plus);
        case Charge.Fee fee -> {}
      }
    }
    for (Tender tender : ticket.tenders()) {
      switch (tender) {
        case Tender.StoredValue value ->
            storedValues.merge(value.number(), value.amount().negated(), Money::plus);
        case Tender.Deposit used ->
            deposits.merge(used.document(), used.amount().negated(), Money::plus);
        case Tender other -> {}
      }
    }
    tickets.put(ticket.number(), ticket);
    for (TicketLine line : ticket.lines()) {
      ReturnedFrom from = line.returned();
      if (from != null && from.ticket() != null) {
        String of = from.ticket() + " line " + from.line();
        backQuantity.merge(of, line.quantity().negate(), BigDecimal::add);
        backAmount.merge(of, line.amount().negated(), Money::plus);
        Money told = Objects.requireNonNull(from.tax(), "tax that goes back with " + of);
        backTax
            .computeIfAbsent(from.ticket(), number -> new HashMap<>())
            .merge(
                line.tax(),
                ticket.exemption() == null ? told.negated() : Store.NOTHING,
                Money::plus);
      }
      sold.put(ticket.number() + " line " + line.number(), line);
    }
    DocumentStep step = ticket.document();
    if (step != null) {
      end(step.number(), step.leaves());
    }
  }

  private void end(String number, DocumentState state) {
    if (state == DocumentState.DONE || state == DocumentState.CANCELLED) {
      assertThat(ended.add(number)).as("document %s ended once", number).isTrue();
    }
  }

  void checkStoredValues() {
    storedValues.forEach((number, left) ->
        assertThat(left.isNegative()).as("left on %s: %s", number, left).isFalse());
  }

  /** No more comes back of a line, and for no more money, than was sold. */
  void checkReturns() {
    backQuantity.forEach((of, quantity) -> {
      TicketLine line = sold.get(of);
      assertThat(line).as("sold: %s", of).isNotNull();
      if (line != null) {
        assertThat(quantity).as("came back of %s", of).isLessThanOrEqualTo(line.quantity());
        assertThat(backAmount.getOrDefault(of, Store.NOTHING))
            .as("given back for %s", of)
            .isLessThanOrEqualTo(line.amount());
      }
    });
  }

  /**
   * No more tax of a rate comes back than was charged, and all of it once all its goods are back.
   */
  void checkReturnedTax() {
    backTax.forEach((number, rates) -> {
      Ticket ticket = Objects.requireNonNull(tickets.get(number), "never sold: " + number);
      for (TaxAmount charged : ticket.taxes()) {
        TaxRate rate = charged.rate();
        List<TicketLine> lines =
            ticket.lines().stream().filter(line -> line.tax().equals(rate)).toList();
        if (lines.stream().anyMatch(WhatIsOwed::isBackWithoutReceipt)) {
          continue; // its part of the ticket's tax cannot be told from the others'
        }
        Money sold =
            ticket.exemption() != null
                ? Store.NOTHING
                : lines.stream()
                    .map(TicketLine::returned)
                    .filter(Objects::nonNull)
                    .map(from -> Objects.requireNonNull(from.tax()))
                    .reduce(charged.tax(), Money::minus);
        Money back = rates.getOrDefault(rate, Store.NOTHING);
        String what = "tax of %s at %s %%".formatted(number, rate.percent());
        assertThat(back).as(what).isLessThanOrEqualTo(sold);
        if (lines.stream().allMatch(line -> isBack(number + " line " + line.number(), line))) {
          assertThat(back).as("all " + what).isEqualTo(sold);
        }
      }
    });
  }

  private static boolean isBackWithoutReceipt(TicketLine line) {
    return line.quantity().signum() < 0
        && (line.returned() == null || line.returned().ticket() == null);
  }

  private boolean isBack(String of, TicketLine line) {
    return line.quantity().signum() < 0
        || backQuantity.getOrDefault(of, BigDecimal.ZERO).compareTo(line.quantity()) == 0;
  }

  /**
   * Whatever began and did not end is open at one place, with what was paid on it; on what ended
   * nothing is left.
   *
   * @return what was paid on all that is open
   */
  Money checkDocuments(List<Document> places) {
    Set<String> open = new HashSet<>(begun);
    open.removeAll(ended);
    assertThat(places)
        .as("open documents")
        .extracting(Document::number)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(open);
    for (Document document : places) {
      assertThat(document.paid())
          .as("paid on %s", document.number())
          .isEqualTo(deposits.getOrDefault(document.number(), Store.NOTHING));
    }
    ended.forEach(number ->
        assertThat(deposits.getOrDefault(number, Store.NOTHING))
            .as("left on %s, which ended", number)
            .isEqualTo(Store.NOTHING));
    return places.stream().map(Document::paid).reduce(Store.NOTHING, Money::plus);
  }
}
