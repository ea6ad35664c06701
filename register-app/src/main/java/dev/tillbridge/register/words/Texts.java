package dev.tillbridge.register.words;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What comes in English from elsewhere, in another language: parts of refusals, faults of devices.
 *
 * <p>A text's key is its English, with {@code n} for what has digits: {@code
 * text.up-to-n-characters}. A sentence that has none may have parts, up to a semicolon, that do.
 * What has no text stays English.
 */
final class Texts {

  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?]) ");
  private static final String PART_END = "; ";
  private static final Pattern VALUE =
      Pattern.compile("(?:\\b[A-Z]{3} )?(?<![\\w.-])-?(?=[\\w.,/-]*\\d)\\w(?:[\\w.,/-]*\\w)?");
  private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(\\.\\d+)?");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

  private final Properties texts;
  private final Words words;

  Texts(Properties texts, Words words) {
    this.texts = texts;
    this.words = words;
  }

  /** Each sentence that has a text, in this language; the others stay as they are. */
  String sentences(String english) {
    return texts.isEmpty()
        ? words.within(english)
        : SENTENCE_END.splitAsStream(english).map(this::sentence).collect(Collectors.joining(" "));
  }

  private String sentence(String english) {
    return found(english)
        .orElseGet(() ->
            Stream.of(english.split(PART_END))
                .map(this::text)
                .collect(Collectors.joining(PART_END)));
  }

  String text(String english) {
    return texts.isEmpty() ? english : found(english).orElseGet(() -> words.within(english));
  }

  private Optional<String> found(String english) {
    List<String> values = new ArrayList<>();
    String bare =
        VALUE
            .matcher(english)
            .replaceAll(value -> {
              values.add(written(value));
              return "n";
            });
    String text = texts.getProperty(key(bare));
    return Optional.ofNullable(text)
        .map(pattern ->
            PLACE
                .matcher(pattern)
                .replaceAll(place ->
                    Matcher.quoteReplacement(values.get(Integer.parseInt(place.group(1))))));
  }

  private static String key(String bare) {
    return "text." + bare.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-").replaceAll("-$", "");
  }

  private String written(MatchResult found) {
    String value = found.group();
    return NUMBER.matcher(value).matches()
        ? words.figure(new BigDecimal(value.replace(",", "")))
        : words.within(value);
  }
}
