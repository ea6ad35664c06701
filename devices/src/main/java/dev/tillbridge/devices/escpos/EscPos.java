package dev.tillbridge.devices.escpos;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;

/** ESC/POS commands, written into a buffer. */
final class EscPos {

  static final int ESC = 0x1b;
  static final int GS = 0x1d;
  static final int DLE = 0x10;
  static final int EOT = 0x04;
  static final int DC4 = 0x14;

  /** Drops what the printer has not printed yet; real time, so it also works while offline. */
  static final byte[] CLEAR_BUFFER = {DLE, DC4, 8, 1, 3, 20, 1, 6, 2, 8};

  /** Answered in its turn, so the answer says that everything before it was printed. */
  static final byte[] CONFIRM = {GS, 'r', 1};

  /** Kicks the drawer at pin 2 in real time; pulses of 100 ms. */
  static final byte[] KICK_NOW = {DLE, DC4, 1, 0, 1};

  /** Kicks the drawer at pin 2: 50 ms on, 500 ms off. */
  static final byte[] KICK = {ESC, 'p', 0, 25, (byte) 250};

  private static final int SYMBOL_HEIGHT_DOTS = 80;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  EscPos put(int... command) {
    for (int one : command) {
      bytes.write(one);
    }
    return this;
  }

  EscPos put(byte[] data) {
    bytes.writeBytes(data);
    return this;
  }

  EscPos initialise() {
    return put(ESC, '@');
  }

  EscPos codePage(int number) {
    return put(ESC, 't', number);
  }

  EscPos bold(boolean on) {
    return put(ESC, 'E', on ? 1 : 0);
  }

  EscPos underline(boolean on) {
    return put(ESC, '-', on ? 1 : 0);
  }

  EscPos reverse(boolean on) {
    return put(GS, 'B', on ? 1 : 0);
  }

  EscPos size(boolean wide, boolean high) {
    return put(GS, '!', (wide ? 0x10 : 0) | (high ? 0x01 : 0));
  }

  /** 0 left, 1 centre, 2 right. */
  EscPos align(int side) {
    return put(ESC, 'a', side);
  }

  EscPos printArea(int marginDots, int widthDots) {
    return put(GS, 'L', low(marginDots), high(marginDots))
        .put(GS, 'W', low(widthDots), high(widthDots));
  }

  EscPos feed(int lines) {
    return put(ESC, 'd', lines);
  }

  /** Feeds to the cutter and cuts. */
  EscPos cut() {
    return put(GS, 'V', 66, 0);
  }

  /** Code set B, readable text below. */
  EscPos code128(String data, int moduleDots) {
    byte[] escaped = ("{B" + data.replace("{", "{{")).getBytes(US_ASCII);
    return put(GS, 'h', SYMBOL_HEIGHT_DOTS)
        .put(GS, 'w', moduleDots)
        .put(GS, 'f', 0)
        .put(GS, 'H', 2)
        .put(GS, 'k', 73, escaped.length)
        .put(escaped);
  }

  /** Model 2, error correction M. */
  EscPos qr(String data, int moduleDots) {
    byte[] text = data.getBytes(US_ASCII);
    int stored = text.length + 3;
    return put(GS, '(', 'k', 4, 0, 49, 65, 50, 0)
        .put(GS, '(', 'k', 3, 0, 49, 67, moduleDots)
        .put(GS, '(', 'k', 3, 0, 49, 69, 49)
        .put(GS, '(', 'k', low(stored), high(stored), 49, 80, 48)
        .put(text)
        .put(GS, '(', 'k', 3, 0, 49, 81, 48);
  }

  /** Black where a bit is set, most significant bit at the left. */
  EscPos raster(int widthBytes, int heightDots, byte[] bits) {
    return put(
            GS, 'v', '0', 0, low(widthBytes), high(widthBytes), low(heightDots), high(heightDots))
        .put(bits);
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  private static int low(int number) {
    return number & 0xff;
  }

  private static int high(int number) {
    return number >> 8 & 0xff;
  }
}
