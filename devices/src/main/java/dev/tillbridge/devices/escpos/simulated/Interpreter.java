package dev.tillbridge.devices.escpos.simulated;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Understands ESC/POS and puts it on paper, command by command. */
final class Interpreter {

  /** What a command asks of the rest of the printer. */
  interface Machine {
    void cut();

    void kick();

    void lineFed();

    void reply(int one);

    int paperSensors();
  }

  private static final int LF = 0x0a;
  private static final int ESC = 0x1b;
  private static final int GS = 0x1d;

  /** Longest command this printer remembers; a picture band is the longest. */
  static final int COMMAND_BYTES_MAX = 1 << 20;

  /** Of the family this printer belongs to. */
  private static final Map<Integer, Charset> PAGES =
      Map.of(
          0, Charset.forName("IBM437"),
          2, Charset.forName("IBM850"),
          16, Charset.forName("windows-1252"),
          18, Charset.forName("IBM852"),
          19, Charset.forName("IBM00858"),
          45, Charset.forName("windows-1250"));

  private final Machine machine;
  private final int paperDots;
  private final List<Mark> marks = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();
  private final List<Mark.Span> line = new ArrayList<>();

  private Charset page = StandardCharsets.US_ASCII;
  private boolean bold;
  private boolean underlined;
  private boolean reversed;
  private boolean wide;
  private boolean high;
  private Mark.Side side = Mark.Side.LEFT;
  private int margin;
  private int area;
  private int barHeight;
  private int barModule;
  private boolean barReadable;
  private int qrModule;
  private String qrData = "";

  Interpreter(int paperDots, Machine machine) {
    this.paperDots = paperDots;
    this.machine = machine;
    initialise();
  }

  /**
   * Does the first command in the buffer.
   *
   * @return how many bytes it had; 0 when the rest of it has not come yet
   */
  int step(byte[] buffered) {
    ByteBuffer in = ByteBuffer.wrap(buffered);
    try {
      command(in);
      return in.position();
    } catch (BufferUnderflowException notWhole) {
      return 0;
    }
  }

  PrintedPiece takePiece() {
    endLine();
    PrintedPiece piece = piece();
    marks.clear();
    return piece;
  }

  /** What is on paper now, the line begun included. */
  PrintedPiece piece() {
    List<Mark> now = new ArrayList<>(marks);
    if (!line.isEmpty()) {
      now.add(new Mark.Line(List.copyOf(line), side));
    }
    return new PrintedPiece(now, paperDots, margin, area);
  }

  void forgetLine() {
    line.clear();
  }

  /** Commands it did not understand, in hexadecimal. */
  List<String> unknown() {
    return List.copyOf(unknown);
  }

  private void command(ByteBuffer in) {
    int first = next(in);
    switch (first) {
      case LF -> feed();
      case ESC -> escape(in);
      case GS -> group(in);
      default -> {
        if (first < ' ') {
          unknown(first);
        } else {
          character(first);
        }
      }
    }
  }

  private void escape(ByteBuffer in) {
    int second = next(in);
    switch (second) {
      case '@' -> initialise();
      case 't' -> page = PAGES.getOrDefault(next(in), StandardCharsets.US_ASCII);
      case 'E' -> bold = on(in);
      case '-' -> underlined = on(in);
      case 'a' -> side = Mark.Side.values()[next(in) % 3];
      case 'd' -> {
        for (int lines = next(in); lines > 0; lines--) {
          feed();
        }
      }
      case 'p' -> {
        skip(in, 3);
        machine.kick();
      }
      default -> unknown(ESC, second);
    }
  }

  private void group(ByteBuffer in) {
    int second = next(in);
    switch (second) {
      case '!' -> {
        int size = next(in);
        wide = (size & 0x70) != 0;
        high = (size & 0x07) != 0;
      }
      case 'B' -> reversed = on(in);
      case 'L' -> margin = word(in);
      case 'W' -> area = Math.min(word(in), paperDots - margin);
      case 'V' -> {
        if (next(in) >= 65) {
          next(in);
        }
        endLine();
        machine.cut();
      }
      case 'h' -> barHeight = next(in);
      case 'w' -> barModule = next(in);
      case 'H' -> barReadable = next(in) >= 2;
      case 'f' -> next(in);
      case 'k' -> barcode(in);
      case '(' -> symbol(in);
      case 'v' -> raster(in);
      case 'r' -> {
        next(in);
        machine.reply(machine.paperSensors());
      }
      default -> unknown(GS, second);
    }
  }

  private void barcode(ByteBuffer in) {
    int kind = next(in);
    byte[] data = bytes(in, next(in));
    String text = new String(data, StandardCharsets.US_ASCII);
    if (kind != 73 || !text.startsWith("{B")) {
      unknown(GS, 'k', kind);
      return;
    }
    add(
        new Mark.Barcode(
            text.substring(2).replace("{{", "{"), barModule, barHeight, barReadable, side));
  }

  private void symbol(ByteBuffer in) {
    int kind = next(in);
    byte[] data = bytes(in, word(in));
    if (kind != 'k' || data[0] != 49) {
      unknown(GS, '(', kind);
      return;
    }
    switch (data[1]) {
      case 65, 69 -> {
        // Model and error correction do not change what is read.
      }
      case 67 -> qrModule = data[2];
      case 80 -> qrData = new String(data, 3, data.length - 3, StandardCharsets.US_ASCII);
      case 81 -> add(new Mark.Qr(qrData, qrModule, side));
      default -> unknown(GS, '(', kind, data[1]);
    }
  }

  private void raster(ByteBuffer in) {
    if (next(in) != '0') {
      throw new IllegalStateException("GS v is followed by 0.");
    }
    next(in);
    int widthBytes = word(in);
    int height = word(in);
    byte[] data = bytes(in, widthBytes * height);
    List<Byte> bits = new ArrayList<>(data.length);
    for (byte one : data) {
      bits.add(one);
    }
    add(new Mark.Dots(widthBytes, height, List.copyOf(bits), side));
  }

  private void character(int code) {
    String text = new String(new byte[] {(byte) code}, page);
    Mark.Span like = new Mark.Span("", bold, underlined, reversed, wide, high);
    Mark.Span last = line.isEmpty() ? null : line.getLast();
    if (columns() + (wide ? 2 : 1) > area / PaperImage.CHARACTER_WIDTH) {
      feed();
      last = null;
    }
    boolean goesOn =
        last != null
            && like.equals(
                new Mark.Span(
                    "", last.bold(), last.underlined(), last.reversed(), last.wide(), last.high()));
    if (last != null && goesOn) {
      line.removeLast();
      text = last.text() + text;
    }
    line.add(new Mark.Span(text, bold, underlined, reversed, wide, high));
  }

  private int columns() {
    return line.stream().mapToInt(span -> span.text().length() * (span.wide() ? 2 : 1)).sum();
  }

  private void feed() {
    marks.add(new Mark.Line(List.copyOf(line), side));
    line.clear();
    machine.lineFed();
  }

  private void endLine() {
    if (!line.isEmpty()) {
      feed();
    }
  }

  private void add(Mark mark) {
    endLine();
    marks.add(mark);
  }

  private void initialise() {
    page = StandardCharsets.US_ASCII;
    bold = false;
    underlined = false;
    reversed = false;
    wide = false;
    high = false;
    side = Mark.Side.LEFT;
    margin = 0;
    area = paperDots;
    barHeight = 162;
    barModule = 3;
    barReadable = false;
    qrModule = 3;
    line.clear();
  }

  private void unknown(int... command) {
    StringBuilder hex = new StringBuilder();
    for (int one : command) {
      hex.append(HexFormat.of().toHexDigits((byte) one)).append(' ');
    }
    unknown.add(hex.toString().strip());
  }

  private static boolean on(ByteBuffer in) {
    return (next(in) & 1) == 1;
  }

  private static int next(ByteBuffer in) {
    return in.get() & 0xff;
  }

  private static int word(ByteBuffer in) {
    return next(in) + 256 * next(in);
  }

  private static void skip(ByteBuffer in, int count) {
    bytes(in, count);
  }

  private static byte[] bytes(ByteBuffer in, int count) {
    if (in.remaining() < count) {
      throw new BufferUnderflowException();
    }
    byte[] data = new byte[count];
    in.get(data);
    return data;
  }
}
