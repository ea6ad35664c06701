package dev.tillbridge.register.drawer;

import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.drawer.Pieces;
import dev.tillbridge.model.drawer.TenderTotal;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TillCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;

/**
 * The drawer is counted and its session ends, whether or not its tickets have reached HQ.
 *
 * @param count by denomination, empty when only the sum is given
 * @param counted in the shop's currency
 * @param foreign counted in other currencies; each that is in the drawer has to be there
 */
public record CloseDrawer(List<Pieces> count, Money counted, List<Money> foreign)
    implements TillCommand {

  public CloseDrawer {
    count = List.copyOf(count);
    foreign = List.copyOf(foreign);
  }

  /** Counted as one sum. */
  public CloseDrawer(Money counted) {
    this(List.of(), counted, List.of());
  }

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    DrawerSession session = Objects.requireNonNull(till.session(), "it needs an open drawer");
    if (!till.ticket().isEmpty()) {
      return Optional.of(new Refusal.TicketInProgress(till.ticket().lines().size(), till.due()));
    }
    if (counted.isNegative() || counted.getAmount().compareTo(Drawers.AMOUNT_MAX) > 0) {
      return Optional.of(new DrawerRefusal.NotCounted(counted));
    }
    Money pieces = count.stream().map(Pieces::worth).reduce(zero(), Money::plus);
    if (!count.isEmpty() && !pieces.equals(counted)) {
      return Optional.of(new DrawerRefusal.CountIsNotTheSum(pieces, counted));
    }
    List<EntryBody.ForeignCount> others = new ArrayList<>();
    for (Money expected : session.besides().foreign()) {
      Optional<Money> given =
          foreign.stream()
              .filter(each -> each.getCurrencyUnit().equals(expected.getCurrencyUnit()))
              .findFirst();
      if (given.isEmpty()) {
        return Optional.of(new DrawerRefusal.ForeignNotCounted(expected));
      }
      others.add(new EntryBody.ForeignCount(expected, given.get(), worth(session, expected)));
    }
    return till.record(
        new EntryBody.DrawerClosed(
            session.number(), session.expectedCash(), counted, count, others));
  }

  private Money zero() {
    return counted.minus(counted);
  }

  /** What it was taken for. */
  private Money worth(DrawerSession session, Money foreignCash) {
    String kind = "foreign-cash:" + foreignCash.getCurrencyUnit().getCode();
    return session.besides().tenders().stream()
        .filter(total -> total.kind().equals(kind))
        .map(TenderTotal::amount)
        .reduce(zero(), Money::plus);
  }

  @Override
  public boolean records(EntryBody body) {
    return body instanceof EntryBody.DrawerClosed;
  }
}
