package dev.tillbridge.register.screen;

import dev.tillbridge.register.lane.LaneView;
import gg.jte.Content;

/** The parts of the till's page that change, each replaced on its own. */
public record TillParts(
    LaneView view,
    Content ticket,
    Content said,
    Content cash,
    Content functions,
    Content counter,
    Content status) {}
