package dev.tillbridge.it.pictures;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * The colours of a picture brought down to 256, which halves its file and cannot be seen: a screen
 * has few colours, and the rest are edges of letters, drawn in the nearest ones.
 */
final class Palette {

  private static final int COLOURS = 256;
  private static final int BITS = 8;
  private static final int CHANNEL = 0xFF;

  private final int[] colours;
  private final Map<Integer, Integer> nearest = new HashMap<>();

  private Palette(int[] colours) {
    this.colours = colours;
  }

  /** Writes a PNG of few colours in place of one of many. */
  static void write(byte[] png, Path file) throws IOException {
    BufferedImage many = ImageIO.read(new ByteArrayInputStream(png));
    Palette palette = of(many);
    BufferedImage few =
        new BufferedImage(
            many.getWidth(), many.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, palette.model());
    for (int y = 0; y < many.getHeight(); y++) {
      for (int x = 0; x < many.getWidth(); x++) {
        few.getRaster().setSample(x, y, 0, palette.nearest(many.getRGB(x, y)));
      }
    }
    if (!ImageIO.write(few, "png", file.toFile())) {
      throw new IOException("This Java writes no PNG: " + file + " was not written.");
    }
  }

  /** Of the colours that a picture has most of. */
  private static Palette of(BufferedImage picture) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        counts.merge(picture.getRGB(x, y), 1, Integer::sum);
      }
    }
    List<Integer> most =
        counts.entrySet().stream()
            .sorted(
                Comparator.comparing(Map.Entry<Integer, Integer>::getValue)
                    .reversed()
                    .thenComparing(Map.Entry::getKey))
            .limit(COLOURS)
            .map(Map.Entry::getKey)
            .toList();
    return new Palette(most.stream().mapToInt(Integer::intValue).toArray());
  }

  private IndexColorModel model() {
    return new IndexColorModel(BITS, colours.length, colours, 0, false, -1, 0);
  }

  private int nearest(int rgb) {
    return nearest.computeIfAbsent(rgb, this::search);
  }

  private int search(int rgb) {
    int found = 0;
    for (int i = 1; i < colours.length; i++) {
      if (distance(colours[i], rgb) < distance(colours[found], rgb)) {
        found = i;
      }
    }
    return found;
  }

  private static int distance(int one, int other) {
    int sum = 0;
    for (int shift = 0; shift < 3 * BITS; shift += BITS) {
      int apart = ((one >> shift) & CHANNEL) - ((other >> shift) & CHANNEL);
      sum += apart * apart;
    }
    return sum;
  }
}
