package dev.tillbridge.register.screen;

import dev.tillbridge.register.lane.LaneView;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/**
 * The parts of the till's page that change, each replaced on its own.
 *
 * @param shown the open ticket that the page shows, so that only what changed since is sent; null
 *     when that is not known, or one of the two is not open
 */
public record TillParts(
    LaneView view,
    TicketHtml ticketHtml,
    @Nullable TicketHtml shown,
    Content ticket,
    Content said,
    Content cash,
    Content functions,
    Content counter,
    Content status) {}
