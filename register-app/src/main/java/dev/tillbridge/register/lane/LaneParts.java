package dev.tillbridge.register.lane;

import dev.tillbridge.devices.peripherals.Peripherals;
import dev.tillbridge.model.delivery.DeliveryStatus;
import dev.tillbridge.model.journal.Journal;
import dev.tillbridge.register.operator.Operators;
import dev.tillbridge.register.operator.PinVerifier;
import dev.tillbridge.register.pricing.PriceBooks;
import dev.tillbridge.register.projection.StateCache;
import dev.tillbridge.register.ticket.OpenTicketStore;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * All a lane works with.
 *
 * @param delivery how the register stands with HQ, the store's clock and its disk; answers at once
 */
public record LaneParts(
    Journal journal,
    StateCache states,
    OpenTicketStore openTickets,
    PriceBooks priceBooks,
    Operators operators,
    PinVerifier pins,
    Peripherals peripherals,
    Supplier<DeliveryStatus> delivery,
    Clock clock) {}
