package dev.tillbridge.devices.service;

import java.nio.file.Path;

/** One thing a printer does to its paper. */
public sealed interface PaperStep {

  /** Print data with its line feeds and JavaPOS escape sequences. */
  record Text(String data) implements PaperStep {}

  /** Cuts the paper behind what was printed. */
  record Cut() implements PaperStep {}

  /** The symbol of {@code data}, centred, with the data readable below a linear one. */
  record Code(Symbology symbology, String data) implements PaperStep {}

  /** A picture file, centred. */
  record Picture(Path file) implements PaperStep {}

  /** Which symbols can be printed. */
  enum Symbology {
    CODE128,
    QR
  }
}
