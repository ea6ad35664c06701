package dev.tillbridge.model.journal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.tillbridge.model.drawer.DrawerSession;
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
  @JsonSubTypes.Type(value = EntryBody.Checkpoint.class, name = "checkpoint")
})
public sealed interface EntryBody {

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
   */
  record DrawerClosed(long drawerSession, Money expectedCash, Money countedCash)
      implements EntryBody {

    public DrawerClosed {
      Objects.requireNonNull(expectedCash, "expectedCash is missing");
      Objects.requireNonNull(countedCash, "countedCash is missing");
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
   * @param ticketEnded sequence of the last entry that completed or voided a ticket, 0 when none
   *     did
   * @param tickets completed in this epoch so far
   * @param total what those came to, null when there were none
   * @param session the open drawer session, null when the drawer is closed
   */
  record Checkpoint(
      long drawerSession,
      long lastTicket,
      long ticketEnded,
      long tickets,
      @Nullable Money total,
      @Nullable DrawerSession session)
      implements EntryBody {}
}
