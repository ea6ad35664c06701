package dev.tillbridge.register.lane;

import dev.tillbridge.register.ticket.OpenTicketStore;
import dev.tillbridge.register.ticket.SavedTicket;
import java.io.IOException;
import java.util.Optional;

/** The open ticket in memory; survives a lane as a file would. */
public final class OpenTicketsInMemory implements OpenTicketStore {

  public Optional<SavedTicket> saved = Optional.empty();
  public boolean diskFull;
  public boolean forgetRemovals;

  @Override
  public void save(SavedTicket ticket) {
    if (diskFull) {
      throw new NotSaved("The disk is full.", new IOException("full"));
    }
    saved = Optional.of(ticket);
  }

  @Override
  public Optional<SavedTicket> load() {
    return saved;
  }

  @Override
  public void remove() {
    if (!forgetRemovals) {
      saved = Optional.empty();
    }
  }
}
