package dev.tillbridge.register.card;

import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TillCommand;
import java.util.Optional;

/** The bank is not called, or gives no code: nothing moved, and the ticket goes on without it. */
record GiveUpCall() implements TillCommand {

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    return till.change(ticket -> ticket.awaiting(null));
  }
}
