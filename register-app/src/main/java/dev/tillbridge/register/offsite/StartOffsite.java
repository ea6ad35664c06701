package dev.tillbridge.register.offsite;

import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.journal.EntryBody;
import dev.tillbridge.model.journal.OffsiteEntry;
import dev.tillbridge.model.offsite.OffsiteEvent;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TillCommand;
import dev.tillbridge.register.pricing.TicketPricing;
import dev.tillbridge.register.projection.LaneState;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * A manager takes this register to an event. From its next drawer session on it sells for the
 * event, until that is ended.
 *
 * @param list of temporary prices and quick items, see {@link EventList}; empty for none
 */
public record StartOffsite(String name, String place, LocalDate from, LocalDate to, String list)
    implements TillCommand {

  /** As fits on a line of a receipt. */
  public static final int NAME_CHARS_MAX = 36;

  public StartOffsite {
    name = name.strip();
    place = place.strip();
  }

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    return running(till.state())
        .or(() -> shopDrawer(till.session()))
        .or(() -> Events.ticketOpen(till))
        .or(() -> badName("name", name))
        .or(() -> badName("place", place))
        .or(() -> badDays(till.clock().businessDate(till.state())))
        .or(() -> begin(till));
  }

  private static Optional<Refusal> running(LaneState state) {
    return Optional.ofNullable(state.open().event())
        .map(event -> new OffsiteRefusal.Running(event.title()));
  }

  private static Optional<Refusal> shopDrawer(@Nullable DrawerSession in) {
    return Optional.ofNullable(in).map(open -> new OffsiteRefusal.ShopDrawerOpen(open.number()));
  }

  private static Optional<Refusal> badName(String what, String given) {
    return given.isEmpty() || given.length() > NAME_CHARS_MAX
        ? Optional.of(new OffsiteRefusal.NameMissing(what, NAME_CHARS_MAX))
        : Optional.empty();
  }

  private Optional<Refusal> badDays(LocalDate today) {
    return to.isBefore(from)
            || to.isBefore(today)
            || to.isAfter(today.plusDays(EventDays.DAYS_MAX))
            || from.isBefore(today.minusDays(EventDays.DAYS_MAX))
        ? Optional.of(new OffsiteRefusal.WrongDays(from, to, today, EventDays.DAYS_MAX))
        : Optional.empty();
  }

  private Optional<Refusal> begin(AtTheTill till) {
    TicketPricing pricing = till.pricing().orElse(null);
    if (pricing == null) {
      return Optional.of(new Refusal.NoPriceBook());
    }
    return switch (read(pricing, till.profile().currency())) {
      case EventList.Wrong(Refusal refusal) -> Optional.of(refusal);
      case EventList.Items(var items) -> {
        LaneState state = till.state();
        OffsiteEvent event =
            new OffsiteEvent(
                till.lane() + "-E" + till.numbering().nextEvent(state),
                name,
                place,
                from,
                to,
                state.sessions(),
                items);
        yield Events.managersOnly(till, event.title(), true)
            .or(() ->
                till.record(new OffsiteEntry.Started(state.sessions(), event, till.approvedBy())));
      }
    };
  }

  private EventList.Read read(TicketPricing pricing, CurrencyUnit currency) {
    try {
      return EventList.read(list, pricing, currency);
    } catch (IllegalStateException e) {
      return new EventList.Wrong(new Refusal.BookDamaged(String.valueOf(e.getMessage())));
    }
  }

  @Override
  public Needs needs() {
    return Needs.SIGNED_ON;
  }

  @Override
  public boolean records(EntryBody body) {
    return body instanceof OffsiteEntry.Started started
        && started.event().name().equals(name)
        && started.event().place().equals(place);
  }
}
