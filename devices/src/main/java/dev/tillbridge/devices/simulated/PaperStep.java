package dev.tillbridge.devices.simulated;

/** One thing a printer does to its paper. */
sealed interface PaperStep {

  record Line(String text) implements PaperStep {}

  record Cut() implements PaperStep {}
}
