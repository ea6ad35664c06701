package dev.tillbridge.devices.escpos.simulated;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Stream;

/**
 * A piece of paper between two cuts.
 *
 * @param areaDots how much of the paper's width is printed on
 */
public record PrintedPiece(List<Mark> marks, int paperDots, int marginDots, int areaDots) {

  public PrintedPiece {
    marks = List.copyOf(marks);
  }

  /** What can be read, line by line; codes and pictures in square brackets. */
  public List<String> lines() {
    return marks.stream()
        .flatMap(mark ->
            switch (mark) {
              case Mark.Line line -> Stream.of(line.text().stripTrailing());
              case Mark.Barcode code -> Stream.of("[CODE128 " + code.data() + "]");
              case Mark.Qr qr -> Stream.of("[QR " + qr.data() + "]");
              case Mark.Dots dots ->
                  Stream.of("[picture " + dots.widthBytes() * 8 + "x" + dots.heightDots() + "]");
            })
        .toList();
  }

  /** The paper as one sees it. */
  public BufferedImage image() {
    return new PaperImage(this).draw();
  }
}
