package dev.tillbridge.devices.escpos.simulated;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Map;

/** Draws a piece of paper dot by dot, as a printer of font A would. */
final class PaperImage {

  static final int CHARACTER_WIDTH = 12;
  static final int CHARACTER_HEIGHT = 24;

  /** Between two lines of text. */
  private static final int LINE_GAP = 6;

  private static final int EDGE = 16;
  private static final int BASELINE = 19;
  private static final Font FONT = new Font(Font.MONOSPACED, Font.PLAIN, 20);
  private static final Font BOLD = FONT.deriveFont(Font.BOLD);

  private final PrintedPiece piece;

  PaperImage(PrintedPiece piece) {
    this.piece = piece;
  }

  BufferedImage draw() {
    int height = 2 * EDGE + piece.marks().stream().mapToInt(PaperImage::height).sum();
    BufferedImage image =
        new BufferedImage(piece.paperDots(), height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D paper = image.createGraphics();
    paper.setColor(Color.WHITE);
    paper.fillRect(0, 0, image.getWidth(), height);
    paper.setColor(Color.BLACK);
    paper.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    int y = EDGE;
    for (Mark mark : piece.marks()) {
      draw(mark, y, paper);
      y += height(mark);
    }
    paper.dispose();
    return image;
  }

  private void draw(Mark mark, int y, Graphics2D paper) {
    switch (mark) {
      case Mark.Line line -> text(line, y, paper);
      case Mark.Barcode code -> {
        BitMatrix bars = bars(code);
        int width = bars.getWidth() * code.moduleDots();
        int x = left(code.side(), width);
        for (int module = 0; module < bars.getWidth(); module++) {
          if (bars.get(module, 0)) {
            paper.fillRect(x + module * code.moduleDots(), y, code.moduleDots(), code.heightDots());
          }
        }
        if (code.readable()) {
          int textX = left(code.side(), code.data().length() * CHARACTER_WIDTH);
          characters(code.data(), textX, y + code.heightDots(), 1, 1, FONT, paper);
        }
      }
      case Mark.Qr qr -> {
        BitMatrix modules = modules(qr);
        int x = left(qr.side(), modules.getWidth() * qr.moduleDots());
        for (int row = 0; row < modules.getHeight(); row++) {
          for (int column = 0; column < modules.getWidth(); column++) {
            if (modules.get(column, row)) {
              paper.fillRect(
                  x + column * qr.moduleDots(),
                  y + row * qr.moduleDots(),
                  qr.moduleDots(),
                  qr.moduleDots());
            }
          }
        }
      }
      case Mark.Dots dots -> {
        int x = left(dots.side(), dots.widthBytes() * 8);
        for (int row = 0; row < dots.heightDots(); row++) {
          for (int column = 0; column < dots.widthBytes() * 8; column++) {
            int bits = dots.bits().get(row * dots.widthBytes() + column / 8);
            if ((bits & 0x80 >> column % 8) != 0) {
              paper.fillRect(x + column, y + row, 1, 1);
            }
          }
        }
      }
    }
  }

  private void text(Mark.Line line, int y, Graphics2D paper) {
    int width =
        line.spans().stream()
            .mapToInt(span -> span.text().length() * CHARACTER_WIDTH * (span.wide() ? 2 : 1))
            .sum();
    int x = left(line.side(), width);
    int bottom = y + height(line) - LINE_GAP;
    for (Mark.Span span : line.spans()) {
      int across = span.wide() ? 2 : 1;
      int down = span.high() ? 2 : 1;
      int spanWidth = span.text().length() * CHARACTER_WIDTH * across;
      int top = bottom - CHARACTER_HEIGHT * down;
      if (span.reversed()) {
        paper.fillRect(x, top, spanWidth, CHARACTER_HEIGHT * down);
        paper.setColor(Color.WHITE);
      }
      characters(span.text(), x, top, across, down, span.bold() ? BOLD : FONT, paper);
      paper.setColor(Color.BLACK);
      if (span.underlined()) {
        paper.fillRect(x, bottom - 1, spanWidth, 1);
      }
      x += spanWidth;
    }
  }

  private static void characters(
      String text, int x, int y, int across, int down, Font font, Graphics2D paper) {
    AffineTransform before = paper.getTransform();
    paper.setFont(font);
    for (int n = 0; n < text.length(); n++) {
      paper.setTransform(before);
      paper.translate(x + n * CHARACTER_WIDTH * across, y);
      paper.scale(across, down);
      paper.drawString(text.substring(n, n + 1), 0, BASELINE);
    }
    paper.setTransform(before);
  }

  private int left(Mark.Side side, int width) {
    int free = Math.max(0, piece.areaDots() - width);
    return piece.marginDots()
        + switch (side) {
          case LEFT -> 0;
          case CENTRE -> free / 2;
          case RIGHT -> free;
        };
  }

  private static int height(Mark mark) {
    return switch (mark) {
      case Mark.Line line ->
          LINE_GAP + CHARACTER_HEIGHT * (line.spans().stream().anyMatch(Mark.Span::high) ? 2 : 1);
      case Mark.Barcode code ->
          code.heightDots() + (code.readable() ? CHARACTER_HEIGHT + LINE_GAP : LINE_GAP);
      case Mark.Qr qr -> modules(qr).getHeight() * qr.moduleDots();
      case Mark.Dots dots -> dots.heightDots();
    };
  }

  private static BitMatrix bars(Mark.Barcode code) {
    return new Code128Writer().encode(code.data(), BarcodeFormat.CODE_128, 0, 1);
  }

  private static BitMatrix modules(Mark.Qr qr) {
    try {
      return new QRCodeWriter()
          .encode(
              qr.data(),
              BarcodeFormat.QR_CODE,
              0,
              0,
              Map.of(
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.M,
                  EncodeHintType.MARGIN,
                  2));
    } catch (WriterException tooLong) {
      throw new IllegalStateException("A printer cannot encode " + qr.data(), tooLong);
    }
  }
}
