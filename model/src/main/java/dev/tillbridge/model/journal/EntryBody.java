package dev.tillbridge.model.journal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.tillbridge.model.drawer.DrawerSession;
import dev.tillbridge.model.drawer.Pieces;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketLine;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What happened. The {@code type} on the wire is the name given here. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = EntryBody.DrawerOpened.class, name = "drawer-opened"),
  @JsonSubTypes.Type(value = EntryBody.TicketCompleted.class, name = "ticket"),
  @JsonSubTypes.Type(value = EntryBody.TicketVoided.class, name = "ticket-voided"),
  @JsonSubTypes.Type(value = EntryBody.DrawerClosed.class, name = "drawer-closed"),
  @JsonSubTypes.Type(value = DrawerEntry.CashMoved.class, name = "cash-moved"),
  @JsonSubTypes.Type(value = DrawerEntry.OpenedWithoutSale.class, name = "no-sale"),
  @JsonSubTypes.Type(value = DrawerEntry.HandedOver.class, name = "drawer-handed-over"),
  @JsonSubTypes.Type(value = DrawerEntry.SetAside.class, name = "drawer-set-aside"),
  @JsonSubTypes.Type(value = DrawerEntry.TakenUp.class, name = "drawer-taken-up"),
  @JsonSubTypes.Type(value = DocumentRecorded.class, name = "document"),
  @JsonSubTypes.Type(value = CustomerRecorded.class, name = "customer"),
  @JsonSubTypes.Type(value = CardEntry.ReversalDue.class, name = "card-reversal-due"),
  @JsonSubTypes.Type(value = CardEntry.Reversed.class, name = "card-reversed"),
  @JsonSubTypes.Type(value = CardEntry.Forwarded.class, name = "card-forwarded"),
  @JsonSubTypes.Type(value = OffsiteEntry.Started.class, name = "offsite-started"),
  @JsonSubTypes.Type(value = OffsiteEntry.Ended.class, name = "offsite-ended"),
  @JsonSubTypes.Type(value = Noted.class, name = "note"),
  @JsonSubTypes.Type(value = EntryBody.Checkpoint.class, name = "checkpoint")
})
public sealed interface EntryBody
    permits EntryBody.DrawerOpened,
        EntryBody.TicketCompleted,
        EntryBody.TicketVoided,
        EntryBody.DrawerClosed,
        EntryBody.Checkpoint,
        DrawerEntry,
        DocumentRecorded,
        CustomerRecorded,
        CardEntry,
        OffsiteEntry,
        Noted {

  /** What kind of entry it is: its {@code type} on the wire. */
  static String typeOf(EntryBody body) {
    return EntryTypes.of(body);
  }

  /** Number of the drawer session it belongs to; counts from 1 on a register, 0 for none. */
  long drawerSession();

  /** A drawer session began with this float in the drawer. */
  record DrawerOpened(long drawerSession, Money openingFloat) implements EntryBody {

    public DrawerOpened {
      Objects.requireNonNull(openingFloat, "openingFloat is missing");
    }
  }

  /** A sale or return was completed and paid. */
  record TicketCompleted(long drawerSession, Ticket ticket) implements EntryBody {

    public TicketCompleted {
      Objects.requireNonNull(ticket, "ticket is missing");
    }
  }

  /** A ticket was abandoned before it was paid; nothing is posted, the lines are kept for audit. */
  record TicketVoided(long drawerSession, List<TicketLine> lines, Money total)
      implements EntryBody {

    public TicketVoided {
      lines = List.copyOf(lines);
      Objects.requireNonNull(total, "total is missing");
    }
  }

  /**
   * A drawer session ended.
   *
   * @param expectedCash float plus cash taken less cash paid out
   * @param countedCash what the clerk counted
   * @param count by denomination, empty when only the sum was given
   * @param foreign other currencies in the drawer, as counted, with what they were taken for
   */
  record DrawerClosed(
      long drawerSession,
      Money expectedCash,
      Money countedCash,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Pieces> count,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ForeignCount> foreign)
      implements EntryBody {

    public DrawerClosed {
      Objects.requireNonNull(expectedCash, "expectedCash is missing");
      Objects.requireNonNull(countedCash, "countedCash is missing");
      count = count == null ? List.of() : List.copyOf(count);
      foreign = foreign == null ? List.of() : List.copyOf(foreign);
      Money sum =
          count.stream().map(Pieces::worth).reduce(countedCash.minus(countedCash), Money::plus);
      if (!count.isEmpty() && !sum.equals(countedCash)) {
        throw new IllegalArgumentException(
            "The pieces counted are worth %s, not %s.".formatted(sum, countedCash));
      }
    }

    /** Counted as a sum, without other currencies. */
    public DrawerClosed(long drawerSession, Money expectedCash, Money countedCash) {
      this(drawerSession, expectedCash, countedCash, List.of(), List.of());
    }

    /** Positive when there is more in the drawer than expected. */
    @JsonIgnore
    public Money overShort() {
      return countedCash.minus(expectedCash);
    }
  }

  /**
   * What the entries before this one still mean, so that they can leave the register.
   *
   * @param drawerSession number of the last drawer session, 0 when there was none
   * @param lastTicket count in the last ticket's number, 0 when there was none
   * @param ticketEnded sequence of the last entry that completed or voided a ticket, made a
   *     document of it, or can only be recorded without one; 0 when none did
   * @param tickets completed in this epoch so far
   * @param total what those came to, null when there were none
   * @param session the open drawer session, null when the drawer is closed
   * @param matters what else is open, null for nothing
   */
  record Checkpoint(
      long drawerSession,
      long lastTicket,
      long ticketEnded,
      long tickets,
      @Nullable Money total,
      @Nullable DrawerSession session,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OpenMatters matters)
      implements EntryBody {

    public Checkpoint {
      matters = matters == null || matters.isNone() ? null : matters;
    }

    /** One with nothing else open. */
    public Checkpoint(
        long drawerSession,
        long lastTicket,
        long ticketEnded,
        long tickets,
        @Nullable Money total,
        @Nullable DrawerSession session) {
      this(drawerSession, lastTicket, ticketEnded, tickets, total, session, null);
    }

    /** What else is open. */
    public OpenMatters open() {
      return matters == null ? OpenMatters.NONE : matters;
    }

    /** What everything up to and including this entry means. */
    public Checkpoint after(JournalEntry entry) {
      return switch (entry.body()) {
        case DrawerOpened opened ->
            inSession(opened.drawerSession(), DrawerSession.opened(entry, opened));
        case DrawerClosed closed -> inSession(closed.drawerSession(), null);
        case TicketCompleted completed -> completed(entry, completed.ticket());
        case TicketVoided voided -> voided(entry, voided);
        case DrawerEntry drawer -> with(drawer);
        case DocumentRecorded recorded -> documented(entry, recorded);
        case CustomerRecorded recorded ->
            with(changing().with(recorded.customer(), entry.id().lane()));
        case CardEntry card -> with(changing().with(card, entry.recordedAt()));
        case OffsiteEntry offsite -> offsite(entry, offsite);
        case Noted noted -> this;
        case Checkpoint checkpoint -> this;
      };
    }

    /** The same at the start of another epoch. */
    public Checkpoint inNewEpoch() {
      return new Checkpoint(drawerSession, lastTicket, 0, 0, null, session, matters);
    }

    private Checkpoint with(DrawerEntry entry) {
      DrawerSession now = session;
      return switch (entry) {
        case DrawerEntry.TakenUp taken ->
            open().aside().stream()
                .filter(each -> each.number() == taken.drawerSession())
                .findFirst()
                .map(each -> with(changing().takingUp(each.number())).using(each))
                .orElse(this);
        case DrawerEntry.SetAside aside ->
            now == null ? this : with(changing().settingAside(now)).using(null);
        case DrawerEntry.CashMoved moved -> now == null ? this : using(now.with(moved));
        case DrawerEntry.OpenedWithoutSale opened ->
            now == null ? this : using(now.openedWithoutSale());
        case DrawerEntry.HandedOver handed -> this;
      };
    }

    private ChangingMatters changing() {
      return new ChangingMatters(open());
    }

    private Checkpoint inSession(long number, @Nullable DrawerSession now) {
      return new Checkpoint(
          Math.max(drawerSession, number), lastTicket, ticketEnded, tickets, total, now, matters);
    }

    private Checkpoint using(@Nullable DrawerSession now) {
      return new Checkpoint(drawerSession, lastTicket, ticketEnded, tickets, total, now, matters);
    }

    private Checkpoint with(OpenMatters now) {
      return new Checkpoint(drawerSession, lastTicket, ticketEnded, tickets, total, session, now);
    }

    private Checkpoint voided(JournalEntry entry, TicketVoided ticket) {
      return new Checkpoint(
          drawerSession,
          lastTicket,
          entry.id().sequence(),
          tickets,
          total,
          session == null ? null : session.with(ticket),
          matters);
    }

    /** No ticket is open then, so one saved earlier must not come back. */
    private Checkpoint offsite(JournalEntry entry, OffsiteEntry offsite) {
      return new Checkpoint(
          drawerSession,
          lastTicket,
          entry.id().sequence(),
          tickets,
          total,
          session,
          changing().with(offsite));
    }

    private Checkpoint documented(JournalEntry entry, DocumentRecorded recorded) {
      return new Checkpoint(
          drawerSession,
          lastTicket,
          recorded.document().isBegun() ? entry.id().sequence() : ticketEnded,
          tickets,
          total,
          session,
          changing().with(recorded, entry.id().lane()));
    }

    private Checkpoint completed(JournalEntry entry, Ticket ticket) {
      return new Checkpoint(
          drawerSession,
          ticket.count(),
          entry.id().sequence(),
          tickets + 1,
          total == null ? ticket.total() : total.plus(ticket.total()),
          session == null ? null : session.with(ticket),
          changing().with(ticket, entry.recordedAt()));
    }
  }

  /**
   * Another currency at the close of a session.
   *
   * @param expected in the drawer by the tickets
   * @param value of what was expected, in the shop's currency, as it was taken
   */
  record ForeignCount(Money expected, Money counted, Money value) {

    public ForeignCount {
      Objects.requireNonNull(expected, "expected is missing");
      Objects.requireNonNull(counted, "counted is missing");
      Objects.requireNonNull(value, "value is missing");
    }
  }
}
