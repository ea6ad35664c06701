package dev.tillbridge.devices.escpos;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import jpos.JposConst;
import jpos.JposException;
import jpos.POSPrinterConst;

/** A picture in black dots, no wider than the paper. */
record Raster(int widthBytes, int heightDots, byte[] bits) {

  static final int HEIGHT_DOTS_MAX = 1_024;

  private static final int DARKER_IS_BLACK = 128;

  /** Rows a command carries, so that a small printer's buffer holds it. */
  private static final int BAND_ROWS = 128;

  static Raster of(Path file, int widthDotsMax) throws JposException {
    BufferedImage read;
    try {
      read = ImageIO.read(file.toFile());
    } catch (IOException e) {
      throw new JposException(
          JposConst.JPOS_E_NOEXIST, "The picture " + file + " cannot be read.", e);
    }
    if (read == null) {
      throw extended(
          POSPrinterConst.JPOS_EPTR_BADFORMAT,
          file + " is no picture; allowed: PNG, BMP, GIF, JPEG");
    }
    BufferedImage picture = onPaper(read, widthDotsMax);
    if (picture.getHeight() > HEIGHT_DOTS_MAX) {
      throw extended(
          POSPrinterConst.JPOS_EPTR_TOOBIG,
          "%s is %d dots high; allowed: %d".formatted(file, picture.getHeight(), HEIGHT_DOTS_MAX));
    }
    return dots(picture);
  }

  void write(EscPos out) {
    for (int row = 0; row < heightDots; row += BAND_ROWS) {
      int rows = Math.min(BAND_ROWS, heightDots - row);
      byte[] band = new byte[rows * widthBytes];
      System.arraycopy(bits, row * widthBytes, band, 0, band.length);
      out.raster(widthBytes, rows, band);
    }
  }

  /** White paper below, and shrunk when it is too wide. */
  private static BufferedImage onPaper(BufferedImage read, int widthMax) {
    double scale = Math.min(1.0, (double) widthMax / read.getWidth());
    int width = (int) Math.max(1, read.getWidth() * scale);
    int height = (int) Math.max(1, read.getHeight() * scale);
    BufferedImage paper = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = paper.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(read, 0, 0, width, height, null);
    graphics.dispose();
    return paper;
  }

  private static Raster dots(BufferedImage picture) {
    int widthBytes = (picture.getWidth() + 7) / 8;
    byte[] bits = new byte[widthBytes * picture.getHeight()];
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        if (picture.getRaster().getSample(x, y, 0) < DARKER_IS_BLACK) {
          bits[y * widthBytes + x / 8] |= (byte) (0x80 >> x % 8);
        }
      }
    }
    return new Raster(widthBytes, picture.getHeight(), harmless(bits));
  }

  /**
   * A printer obeys real-time commands wherever they appear, also in a picture. One dot more keeps
   * a picture from being one.
   */
  private static byte[] harmless(byte[] bits) {
    for (int n = 0; n + 1 < bits.length; n++) {
      boolean command = bits[n + 1] == EscPos.EOT || bits[n + 1] == 5 || bits[n + 1] == EscPos.DC4;
      if (bits[n] == EscPos.DLE && command) {
        bits[n] = 0x18;
      }
    }
    return bits;
  }

  private static JposException extended(int code, String what) {
    return new JposException(JposConst.JPOS_E_EXTENDED, code, what + ".");
  }
}
