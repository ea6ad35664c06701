package dev.tillbridge.it.days;

import dev.tillbridge.devices.acquirer.SimulatedAcquirer;
import dev.tillbridge.model.document.Document;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.journal.CameBack;
import dev.tillbridge.model.journal.DocumentRecorded;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.HandedOver;
import dev.tillbridge.model.journal.Returned;
import dev.tillbridge.model.journal.StoredEntry;
import dev.tillbridge.model.tender.Tender;
import dev.tillbridge.model.ticket.Charge;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Three lanes of one store, and what HQ would know of them all. */
final class Store {

  static final Money NOTHING = Money.zero(CurrencyUnit.GBP);

  final SteppedClock clock = new SteppedClock();
  final SimulatedAcquirer acquirer = SimulatedAcquirer.inMemory(clock);
  final Shelf shelf = new Shelf();
  final List<Register> registers = new ArrayList<>();

  Store() {
    for (String register : List.of("R01", "R02", "R03")) {
      registers.add(new Register(new LaneId("S01", register), this));
    }
  }

  /** What every lane ever wrote down. */
  List<StoredEntry> everything() {
    return registers.stream().flatMap(each -> each.everything().stream()).toList();
  }

  Stream<EntryBody> bodies() {
    return everything().stream().map(stored -> stored.entry().body());
  }

  List<Ticket> tickets() {
    return bodies()
        .filter(EntryBody.TicketCompleted.class::isInstance)
        .map(body -> ((EntryBody.TicketCompleted) body).ticket())
        .toList();
  }

  /** What is left on each stored value by all tickets, and by what is taken on open ones. */
  Map<String, Money> storedValues() {
    Map<String, Money> left = new TreeMap<>();
    for (Ticket ticket : tickets()) {
      for (Charge charge : ticket.charges()) {
        if (charge instanceof Charge.StoredValueSold sold) {
          left.merge(sold.number(), sold.amount(), Money::plus);
        }
      }
      taken(left, ticket.tenders());
    }
    registers.forEach(each -> taken(left, each.lane.view().ticket().tenders()));
    return left;
  }

  private static void taken(Map<String, Money> left, List<Tender> tenders) {
    for (Tender tender : tenders) {
      if (tender instanceof Tender.StoredValue value) {
        left.merge(value.number(), value.amount().negated(), Money::plus);
      }
    }
  }

  /** Whether all that ever happened to a stored value happened at this lane's present life. */
  boolean isKnownAt(Register at, String number) {
    boolean onOtherTickets =
        registers.stream()
            .filter(each -> !each.id.equals(at.id))
            .flatMap(each -> each.lane.view().ticket().tenders().stream())
            .anyMatch(tender -> isOf(number, tender));
    long epoch = at.disk.epoch;
    return !onOtherTickets
        && everything().stream()
            .filter(stored ->
                stored.entry().body() instanceof EntryBody.TicketCompleted completed
                    && (completed.ticket().charges().stream()
                            .anyMatch(charge -> isOf(number, charge))
                        || completed.ticket().tenders().stream()
                            .anyMatch(tender -> isOf(number, tender))))
            .map(stored -> stored.entry().id())
            .allMatch(id -> id.lane().equals(at.id) && id.epoch() == epoch);
  }

  private static boolean isOf(String number, Tender tender) {
    return tender instanceof Tender.StoredValue value && value.number().equals(number);
  }

  private static boolean isOf(String number, Charge charge) {
    return charge instanceof Charge.StoredValueSold sold && sold.number().equals(number);
  }

  /** What came back of a ticket, and is not in this lane's own fold; on open tickets too. */
  List<Returned> cameBackElsewhere(Register at, Ticket ticket) {
    List<Returned> all = new ArrayList<>();
    tickets().forEach(each -> all.addAll(Returned.in(each.lines())));
    for (Register other : registers) {
      if (!other.id.equals(at.id)) {
        all.addAll(Returned.in(other.lane.view().ticket().lines()));
      }
    }
    List<Returned> elsewhere = new ArrayList<>();
    for (TicketLine line : ticket.lines()) {
      CameBack beyond = CameBack.of(ticket, line.number(), all);
      for (Returned own : at.lane.recorded().open().returned()) {
        beyond = beyond.without(own);
      }
      if (beyond.quantity().signum() > 0) {
        elsewhere.add(beyond.told());
      }
    }
    return elsewhere;
  }

  /** Documents that were left to a lane that has not taken them over yet, with that lane. */
  List<HandedOver> onTheWay() {
    Set<String> taken =
        bodies()
            .filter(DocumentRecorded.class::isInstance)
            .map(body -> ((DocumentRecorded) body).document())
            .map(document -> document.number() + " " + document.revision())
            .collect(Collectors.toSet());
    return bodies()
        .filter(DocumentRecorded.class::isInstance)
        .map(DocumentRecorded.class::cast)
        .flatMap(recorded ->
            Optional.ofNullable(recorded.to())
                .map(to -> new HandedOver(recorded.document(), to))
                .stream())
        .filter(left ->
            !taken.contains(left.document().number() + " " + (left.document().revision() + 1)))
        .toList();
  }

  /** Open documents, wherever they are. */
  List<Document> documents() {
    return registers.stream()
        .flatMap(each -> each.lane.recorded().open().documents().stream())
        .toList();
  }

  Register at(LaneId lane) {
    return registers.stream().filter(each -> each.id.equals(lane)).findFirst().orElseThrow();
  }
}
