package dev.tillbridge.register.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {

  private static final Pattern VALUE = Pattern.compile("\\{(\\d)");
  private static final Words CROATIAN = Words.in(Words.language("hr"), Words.formats("hr-HR"));

  static List<Arguments> bundles() {
    return List.of(
        Arguments.of("words", Word.values()),
        Arguments.of("done", DoneWord.values()),
        Arguments.of("paper", PaperWord.values()),
        Arguments.of("journal", JournalWord.values()),
        Arguments.of("counter", CounterWord.values()));
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void everyLanguageSaysEveryWordAndNoOther(String bundle, Term[] terms) throws IOException {
    List<String> keys = Arrays.stream(terms).map(Term::key).toList();

    assertThat(read(bundle + ".properties").stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(keys);
    assertThat(read(bundle + "_hr.properties").stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(keys);
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void everyTranslationHasTheSameValuesInIt(String bundle, Term[] terms) throws IOException {
    Properties english = read(bundle + ".properties");
    Properties croatian = read(bundle + "_hr.properties");

    for (Term term : terms) {
      assertThat(values(croatian.getProperty(term.key())))
          .as(term.key())
          .isEqualTo(values(english.getProperty(term.key())));
    }
  }

  @Test
  void englishIsAsItAlwaysWas() {
    Words words = Words.english();

    assertThat(words.of(Word.LINES_AND_ITEMS, 1, 1)).isEqualTo("1 line · 1 item");
    assertThat(words.of(Word.LINES_AND_ITEMS, 3, 12)).isEqualTo("3 lines · 12 items");
    assertThat(words.of(Word.RECORDS_WAITING, 1_200L)).isEqualTo("1,200 records");
    assertThat(words.money(Money.parse("GBP -1234.50"))).isEqualTo("−£1,234.50");
    assertThat(words.day(LocalDate.of(2026, 11, 22))).isEqualTo("Sunday 22 November 2026");
  }

  @Test
  void croatianIsWrittenWithItsLettersAmountsAndDates() {
    assertThat(CROATIAN.of(Word.SEARCH_NOT_READY)).contains("još čita");
    assertThat(CROATIAN.money(Money.of(CurrencyUnit.EUR, 1234.5))).isEqualTo("1.234,50\u00a0€");
    assertThat(CROATIAN.money(Money.of(CurrencyUnit.EUR, -3))).isEqualTo("−3,00\u00a0€");
    assertThat(CROATIAN.within("EUR 3.00 is not enough")).isEqualTo("3,00\u00a0€ is not enough");
    assertThat(CROATIAN.decimalPoint()).isEqualTo(',');
    assertThat(CROATIAN.day(LocalDate.of(2026, 11, 22))).isEqualTo("nedjelja, 22. studenoga 2026.");
    assertThat(CROATIAN.language()).isEqualTo("hr");
  }

  @Test
  void anotherLanguageIsRefusedWithThoseThereAre() {
    assertThatThrownBy(() -> Words.language("de")).hasMessageContaining("[en, hr]");
    assertThatThrownBy(() -> Words.formats("xx-YY")).hasMessageContaining("en-GB");
    assertThat(Words.formats("en-GB")).isEqualTo(Locale.UK);
  }

  private static TreeSet<String> values(String pattern) {
    return new TreeSet<>(
        VALUE.matcher(pattern).results().map((MatchResult found) -> found.group(1)).toList());
  }

  private static Properties read(String bundle) throws IOException {
    Properties words = new Properties();
    try (Reader text =
        new InputStreamReader(
            Objects.requireNonNull(WordsTest.class.getResourceAsStream(bundle), bundle),
            StandardCharsets.UTF_8)) {
      words.load(text);
    }
    return words;
  }
}
