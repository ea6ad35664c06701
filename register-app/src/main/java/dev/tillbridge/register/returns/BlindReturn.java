package dev.tillbridge.register.returns;

import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TicketChange;
import dev.tillbridge.register.lane.TillCommand;
import java.util.Optional;

/**
 * The next lines are goods that come back without a receipt, for this reason. Whether they may is
 * asked with each of them, see {@link WithoutReceipt}.
 */
public record BlindReturn(String reason) implements TillCommand {

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    return BringBack.reasonMissing(reason)
        .or(() ->
            till.ring((ticket, pricing) ->
                new TicketChange.Changed(
                    ticket.turned(TicketKind.RETURN).takingBackFor(reason.strip()))));
  }
}
