package dev.tillbridge.register.screen;

import gg.jte.Content;

/** The parts of the till's page that change, each replaced on its own. */
public record TillParts(
    Content ticket,
    Content said,
    Content cash,
    Content functions,
    Content counter,
    Content status) {}
