package dev.tillbridge.register.returns;

import dev.tillbridge.model.ticket.TicketKind;
import dev.tillbridge.register.lane.AtTheTill;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.TicketChange;
import dev.tillbridge.register.lane.TillCommand;
import dev.tillbridge.register.operator.Operator;
import java.util.Optional;

/**
 * The next lines are goods that come back without a receipt: a manager's decision, with a reason.
 */
public record BlindReturn(String reason) implements TillCommand {

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    return BringBack.reasonMissing(reason)
        .or(() -> mayNot(till.allowedBy(), till))
        .or(() ->
            till.ring((ticket, pricing) ->
                new TicketChange.Changed(
                    ticket.turned(TicketKind.RETURN).takingBackFor(reason.strip()))));
  }

  private static Optional<Refusal> mayNot(Operator who, AtTheTill till) {
    return who.role().compareTo(till.profile().tenders().blindReturns()) < 0
        ? Optional.of(new ReturnRefusal.ManagerOnly(who.name()))
        : Optional.empty();
  }
}
