package dev.tillbridge.pricebook.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * The charset a text file is most likely written in.
 *
 * @param reason in a few words, for the admin
 */
public record CharsetGuess(Charset charset, String reason) {

  private static final int BYTES_MAX = 4 << 20;
  private static final Set<String> SEVERAL_BYTES =
      Set.of("SHIFT_JIS", "EUC-JP", "EUC-KR", "EUC-TW", "BIG5", "GB18030", "UTF-16LE", "UTF-16BE");

  /** Looks at the first 4 MiB. */
  public static CharsetGuess of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in.readNBytes(BYTES_MAX));
    }
  }

  static CharsetGuess of(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return new CharsetGuess(StandardCharsets.UTF_8, "it says so itself (byte order mark)");
    }
    if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
      return new CharsetGuess(StandardCharsets.UTF_16, "it says so itself (byte order mark)");
    }
    byte[] whole = bytes.length < BYTES_MAX ? bytes : upToLastLine(bytes);
    if (decodes(whole, StandardCharsets.UTF_8)) {
      return new CharsetGuess(StandardCharsets.UTF_8, "all bytes are valid UTF-8");
    }
    return severalBytes(whole).orElseGet(() -> Alphabet.best(whole));
  }

  static boolean decodes(byte[] bytes, Charset charset) {
    try {
      charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static Optional<CharsetGuess> severalBytes(byte[] bytes) {
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(bytes, 0, bytes.length);
    detector.dataEnd();
    @Nullable String found = detector.getDetectedCharset();
    if (found == null || !SEVERAL_BYTES.contains(found.toUpperCase(Locale.ROOT))) {
      return Optional.empty();
    }
    Charset charset = Charset.forName(found);
    return decodes(bytes, charset)
        ? Optional.of(new CharsetGuess(charset, "its bytes come in the pairs of " + found))
        : Optional.empty();
  }

  private static byte[] upToLastLine(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return java.util.Arrays.copyOf(bytes, end == 0 ? bytes.length : end);
  }

  private static boolean startsWith(byte[] bytes, int... first) {
    if (bytes.length < first.length) {
      return false;
    }
    for (int i = 0; i < first.length; i++) {
      if ((bytes[i] & 0xFF) != first[i]) {
        return false;
      }
    }
    return true;
  }
}
