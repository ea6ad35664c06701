package dev.tillbridge.register.words;

import java.text.MessageFormat;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;

/**
 * One language's words. Thread-safe.
 *
 * <p>They come from {@code words.properties} and its translations, in UTF-8; a sentence is a {@link
 * MessageFormat}, so an apostrophe is written twice.
 */
public final class Words {

  /** Languages there are words for; the first is the default. */
  public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH);

  private static final String BUNDLE = "dev.tillbridge.register.words.words";
  private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale language;
  private final Map<Word, String> patterns = new EnumMap<>(Word.class);

  private Words(Locale language) {
    this.language = language;
    ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, language, NO_OTHER_LANGUAGE);
    for (Word word : Word.values()) {
      patterns.put(word, bundle.getString(word.key()));
    }
  }

  /**
   * @throws java.util.MissingResourceException when a word is missing
   */
  public static Words in(Locale language) {
    return new Words(language);
  }

  public static Words english() {
    return in(Locale.ENGLISH);
  }

  /** As a language tag. */
  public String language() {
    return language.toLanguageTag();
  }

  /** The word, or the sentence with these values in it. */
  public String of(Word word, Object... values) {
    String pattern = pattern(word);
    return new MessageFormat(pattern, language).format(values);
  }

  /** Words for the page's script, with places for values written {@code {0}}. */
  public Map<String, String> patterns(Collection<Word> wanted) {
    Map<String, String> patterns = new LinkedHashMap<>();
    wanted.forEach(word -> patterns.put(word.key(), pattern(word).replace("''", "'")));
    return patterns;
  }

  private String pattern(Word word) {
    return Objects.requireNonNull(patterns.get(word), word.key());
  }
}
