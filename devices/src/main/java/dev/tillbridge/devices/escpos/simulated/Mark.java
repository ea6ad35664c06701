package dev.tillbridge.devices.escpos.simulated;

import java.util.List;
import java.util.stream.Collectors;

/** Something on paper, from top to bottom. */
public sealed interface Mark {

  /** Where it stands between the margins. */
  enum Side {
    LEFT,
    CENTRE,
    RIGHT
  }

  /** Characters that look alike. */
  record Span(
      String text,
      boolean bold,
      boolean underlined,
      boolean reversed,
      boolean wide,
      boolean high) {}

  record Line(List<Span> spans, Side side) implements Mark {

    String text() {
      return spans.stream().map(Span::text).collect(Collectors.joining());
    }
  }

  record Barcode(String data, int moduleDots, int heightDots, boolean readable, Side side)
      implements Mark {}

  record Qr(String data, int moduleDots, Side side) implements Mark {}

  /** Eight dots in a byte, black where a bit is set. */
  record Dots(int widthBytes, int heightDots, List<Byte> bits, Side side) implements Mark {}
}
