package dev.tillbridge.broker.verify;

import dev.tillbridge.model.configuration.InvalidSetting;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.function.Consumer;

/**
 * A portable journal: a text file with one entry a line, the Base64 of its exact sealed bytes.
 * Lines that start with {@code #} and empty lines say nothing. The entries of each stream lie in
 * their order.
 */
public final class JournalFile {

  /** A longer line is no entry. */
  static final int LINE_MAX = 64 * 1024 * 1024;

  private static final int BUFFER = 1 << 16;

  private JournalFile() {}

  /**
   * Hands over each line's bytes.
   *
   * @throws InvalidSetting when the file cannot be read as such a file
   */
  public static void read(Path file, Consumer<Specimen> reader) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      long number = 0;
      boolean more = true;
      while (more) {
        more = nextLine(in, line, file, ++number);
        String text = line.toString(StandardCharsets.US_ASCII).strip();
        if (!text.isEmpty() && text.charAt(0) != '#') {
          reader.accept(specimen(text, number));
        }
      }
    } catch (IOException e) {
      throw new InvalidSetting("The journal file " + file + " cannot be read: " + e + ".");
    }
  }

  private static Specimen specimen(String text, long number) {
    byte[] sealed;
    try {
      sealed = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      // No entry, and told as one that cannot be read.
      sealed = text.getBytes(StandardCharsets.US_ASCII);
    }
    return Specimen.bare(sealed, "line " + number);
  }

  /** Returns false when this line is the last. */
  private static boolean nextLine(
      InputStream in, ByteArrayOutputStream line, Path file, long number) throws IOException {
    line.reset();
    for (int b = in.read(); b != -1; b = in.read()) {
      if (b == '\n') {
        return true;
      }
      if (line.size() == LINE_MAX) {
        throw new InvalidSetting(
            "Line %d of %s is longer than %,d bytes: this is no journal file. One is written by ./tillbridge verify ... --export FILE."
                .formatted(number, file, LINE_MAX));
      }
      line.write(b);
    }
    return false;
  }

  /**
   * A file to write entries to.
   *
   * @throws InvalidSetting when it is there already or cannot be written
   */
  public static Writer create(Path file) {
    try {
      Writer writer =
          new Writer(
              file,
              Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
      writer.comment(
          "A Tillbridge journal: one entry a line, the Base64 of its exact sealed bytes.");
      writer.comment("Check it with: ./tillbridge verify FILE");
      return writer;
    } catch (IOException e) {
      throw new InvalidSetting(
          "Cannot write the journal file "
              + file
              + " ("
              + e
              + "). Name a new file in a folder that is there.");
    }
  }

  /** Writes entries; on disk when it is closed. */
  public static final class Writer implements Consumer<Specimen>, Closeable {

    private final Path file;
    private final OutputStream out;

    private Writer(Path file, OutputStream out) {
      this.file = file;
      this.out = new BufferedOutputStream(out, BUFFER);
    }

    void comment(String words) throws IOException {
      out.write(("# " + words + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void accept(Specimen entry) {
      try {
        out.write(Base64.getEncoder().encode(entry.sealed()));
        out.write('\n');
      } catch (IOException e) {
        throw new InvalidSetting("Writing the journal file " + file + " failed: " + e + ".");
      }
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
