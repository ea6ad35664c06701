package dev.tillbridge.register.words;

import dev.tillbridge.screens.words.MoneyWords;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * One language's words. Thread-safe.
 *
 * <p>They come from {@code words.properties} and its translations, in UTF-8; a sentence is a {@link
 * MessageFormat}, so an apostrophe is written twice.
 */
public final class Words {

  /** Languages there are words for; the first is the default. */
  public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("hr"));

  private static final Set<String> LANGUAGE_CODES = Set.of(Locale.getISOLanguages());
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private static final String BUNDLE = "dev.tillbridge.register.words.words";
  private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale language;
  private final Locale formats;
  private final Map<Word, String> patterns = new EnumMap<>(Word.class);

  private Words(Locale language, Locale formats) {
    this.language = language;
    this.formats = formats;
    ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, language, NO_OTHER_LANGUAGE);
    for (Word word : Word.values()) {
      patterns.put(word, bundle.getString(word.key()));
    }
  }

  /**
   * @param language one of {@link #LANGUAGES}
   * @param formats how amounts, numbers and dates are written
   * @throws java.util.MissingResourceException when a word is missing
   */
  public static Words in(Locale language, Locale formats) {
    return new Words(language, formats);
  }

  /** In English, with the amounts and dates of the United Kingdom. */
  public static Words english() {
    return in(Locale.ENGLISH, Locale.UK);
  }

  /**
   * The language of a tag such as {@code hr}.
   *
   * @throws IllegalArgumentException with what is allowed
   */
  public static Locale language(String tag) {
    return LANGUAGES.stream()
        .filter(language -> language.toLanguageTag().equals(tag))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "one of " + LANGUAGES.stream().map(Locale::toLanguageTag).toList()));
  }

  /**
   * The locale of a tag such as {@code en-GB}.
   *
   * @throws IllegalArgumentException with what is allowed
   */
  public static Locale formats(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    if (!LANGUAGE_CODES.contains(locale.getLanguage())
        || !COUNTRIES.contains(locale.getCountry())) {
      throw new IllegalArgumentException("a language and a country, such as en-GB or hr-HR");
    }
    return locale;
  }

  public String money(Money amount) {
    return MoneyWords.of(amount, formats);
  }

  /** A quantity or a percentage. */
  public String number(BigDecimal number) {
    return MoneyWords.of(number, formats);
  }

  /** A sentence with its amounts written as {@link #money} does. */
  public String within(String sentence) {
    return MoneyWords.within(sentence, formats);
  }

  /** {@code Sunday 22 November 2026}. */
  public String day(LocalDate day) {
    return format("EEEE d MMMM uuuu", "EEEE, d. MMMM uuuu.", day);
  }

  /** {@code 22 Nov}. */
  public String shortDay(LocalDate day) {
    return format("d MMM", "d. MMM", day);
  }

  private String format(String english, String others, TemporalAccessor day) {
    boolean isEnglish = language.equals(Locale.ENGLISH);
    Locale names = isEnglish ? Locale.UK : language;
    return DateTimeFormatter.ofPattern(isEnglish ? english : others, names).format(day);
  }

  /** What stands before the parts of a number where this register is. */
  public char decimalPoint() {
    return DecimalFormatSymbols.getInstance(formats).getDecimalSeparator();
  }

  /** What is written before an amount, empty where it is written behind. */
  public String symbol(CurrencyUnit currency) {
    return formats.equals(Locale.UK) ? MoneyWords.symbol(currency) : "";
  }

  /** As a language tag. */
  public String language() {
    return language.toLanguageTag();
  }

  /** The word, or the sentence with these values in it. */
  public String of(Word word, Object... values) {
    String pattern = pattern(word);
    return values.length == 0
        ? pattern.replace("''", "'")
        : new MessageFormat(pattern, language).format(values);
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
