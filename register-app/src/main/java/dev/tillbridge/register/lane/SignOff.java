package dev.tillbridge.register.lane;

import java.util.Optional;

/** Whoever is signed on leaves, with no ticket open. */
record SignOff() implements TillCommand {

  @Override
  public Optional<Refusal> carryOut(AtTheTill till) {
    if (!till.ticket().isEmpty()) {
      return Optional.of(
          new Refusal.TicketInProgress(
              till.ticket().lines().size(),
              till.ticket().totals(till.profile().currency()).total()));
    }
    till.operator(null);
    return Optional.empty();
  }

  @Override
  public Needs needs() {
    return Needs.SIGNED_ON;
  }
}
