package dev.tillbridge.register.lane;

import dev.tillbridge.devices.peripherals.Peripherals;
import dev.tillbridge.model.journal.Journal;
import dev.tillbridge.register.operator.Operators;
import dev.tillbridge.register.operator.PinVerifier;
import dev.tillbridge.register.projection.StateCache;
import dev.tillbridge.register.ticket.OpenTicketStore;
import java.time.Clock;

/** All a lane works with. */
public record LaneParts(
    Journal journal,
    StateCache states,
    OpenTicketStore openTickets,
    CurrentPriceBook priceBook,
    Operators operators,
    PinVerifier pins,
    Peripherals peripherals,
    Clock clock) {}
