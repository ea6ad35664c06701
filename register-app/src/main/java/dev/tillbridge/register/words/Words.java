package dev.tillbridge.register.words;

import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.screens.words.MoneyWords;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * One language's words. Thread-safe.
 *
 * <p>They come from a bundle for each kind of {@link Term}, {@code words.properties} for one, and
 * its translations, in UTF-8; a sentence is a {@link MessageFormat}, so an apostrophe is written
 * twice. What commands are refused for is English by itself and has patterns for the other
 * languages, see {@link RefusalWords}.
 */
public final class Words {

  /** Languages there are words for; the first is the default. */
  public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("hr"));

  private static final Set<String> LANGUAGE_CODES = Set.of(Locale.getISOLanguages());
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private static final String FOLDER = "dev.tillbridge.register.words.";
  private static final Map<String, Term[]> BUNDLES =
      Map.of(
          "words", Word.values(),
          "done", DoneWord.values(),
          "paper", PaperWord.values(),
          "journal", JournalWord.values(),
          "counter", CounterWord.values());
  private static final ResourceBundle.Control NO_OTHER_LANGUAGE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale language;
  private final Locale formats;
  private final Map<Term, String> patterns = new HashMap<>();
  private final Texts texts;
  private final RefusalWords refusals;

  private Words(Locale language, Locale formats) {
    this.language = language;
    this.formats = formats;
    BUNDLES.forEach((name, terms) -> {
      ResourceBundle bundle = ResourceBundle.getBundle(FOLDER + name, language, NO_OTHER_LANGUAGE);
      for (Term term : terms) {
        patterns.put(term, bundle.getString(term.key()));
      }
    });
    Properties translated = translated("refusals_" + language.toLanguageTag() + ".properties");
    texts = new Texts(translated, this);
    refusals = new RefusalWords(translated, texts, this);
  }

  /** Empty for English, which needs none. */
  private static Properties translated(String file) {
    Properties patterns = new Properties();
    try (InputStream text = Words.class.getResourceAsStream(file)) {
      if (text != null) {
        patterns.load(new InputStreamReader(text, StandardCharsets.UTF_8));
      }
      return patterns;
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
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

  /** What somebody of another role would allow; empty when nobody can. */
  public String request(Refusal refusal) {
    return refusals.request(refusal);
  }

  /** Why something was refused. */
  public String refusal(Refusal refusal) {
    return refusals.of(refusal);
  }

  /**
   * What comes in English from elsewhere, a device or the broker: each sentence of it that has a
   * translation in this language is said so.
   */
  public String told(String english) {
    return texts.sentences(english);
  }

  /** A word or part of a sentence that comes in English from elsewhere. */
  public String text(String english) {
    return texts.text(english);
  }

  /** {@code 22 Nov 2026}. */
  public String date(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(formats).format(day);
  }

  /** A whole number or a fraction, with its thousands apart. */
  String figure(BigDecimal number) {
    return NumberFormat.getNumberInstance(formats).format(number);
  }

  /** {@code Sunday 22 November 2026}. */
  public String day(LocalDate day) {
    return format("EEEE d MMMM uuuu", "EEEE, d. MMMM uuuu.", day);
  }

  /** {@code 22 November 2026}. */
  public String longDay(LocalDate day) {
    return format("d MMMM uuuu", "d. MMMM uuuu.", day);
  }

  /** {@code 22 Nov 2026 08:30}. */
  public String moment(TemporalAccessor moment) {
    return format("d MMM uuuu HH:mm", "d. MMM uuuu. HH:mm", moment);
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

  /** An amount's figures on paper: without its currency, and its thousands together. */
  public String figures(Money amount) {
    return amount.getAmount().toPlainString().replace('.', decimalPoint());
  }

  /** An amount with its currency's code, on paper. */
  public String coded(Money amount) {
    return of(PaperWord.MONEY, amount.getCurrencyUnit().getCode(), figures(amount));
  }

  /** A quantity or percentage on paper. */
  public String plain(BigDecimal number) {
    return number.toPlainString().replace('.', decimalPoint());
  }

  /** A day or moment as paper has it, {@link PaperWord#DAY} or {@link PaperWord#TIME}. */
  public String onPaper(PaperWord pattern, TemporalAccessor moment) {
    return DateTimeFormatter.ofPattern(of(pattern), Locale.ROOT).format(moment);
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
  public String of(Term word, Object... values) {
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

  private String pattern(Term word) {
    return Objects.requireNonNull(patterns.get(word), word.key());
  }
}
