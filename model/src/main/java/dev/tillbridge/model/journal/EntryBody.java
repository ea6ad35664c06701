package dev.tillbridge.model.journal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.tillbridge.model.ticket.Ticket;
import dev.tillbridge.model.ticket.TicketLine;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;

/** What happened. The {@code type} on the wire is the name given here. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = EntryBody.DrawerOpened.class, name = "drawer-opened"),
  @JsonSubTypes.Type(value = EntryBody.TicketCompleted.class, name = "ticket"),
  @JsonSubTypes.Type(value = EntryBody.TicketVoided.class, name = "ticket-voided"),
  @JsonSubTypes.Type(value = EntryBody.DrawerClosed.class, name = "drawer-closed")
})
public sealed interface EntryBody {

  /** Number of the drawer session it belongs to; counts from 1 on a register. */
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
}
