package dev.tillbridge.register.training;

import dev.tillbridge.register.ticket.OpenTicketStore;
import dev.tillbridge.register.ticket.SavedTicket;
import java.util.Optional;

/** Keeps nothing: a power cut ends training. */
final class PracticeTickets implements OpenTicketStore {

  @Override
  public void save(SavedTicket ticket) {}

  @Override
  public Optional<SavedTicket> load() {
    return Optional.empty();
  }

  @Override
  public void remove() {}
}
