package dev.tillbridge.register.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.model.document.DocumentKind;
import dev.tillbridge.model.identity.LaneId;
import dev.tillbridge.model.pricebook.SaleUnit;
import dev.tillbridge.register.document.DocumentRefusal;
import dev.tillbridge.register.drawer.DrawerRefusal;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.operator.OperatorRole;
import dev.tillbridge.register.returns.ReturnRefusal;
import dev.tillbridge.register.storedvalue.StoredValueRefusal;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalWordsTest {

  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(?::text)?}");
  private static final Words CROATIAN = Words.in(Words.language("hr"), Words.formats("hr-HR"));

  static Stream<Locale> languagesBesidesEnglish() {
    return Words.LANGUAGES.stream().filter(language -> !language.equals(Locale.ENGLISH));
  }

  @ParameterizedTest
  @MethodSource("languagesBesidesEnglish")
  void everyRefusalHasAPatternAndNoPatternIsWithoutARefusal(Locale language) throws Exception {
    List<Class<?>> refusals = refusals();
    Set<String> keys = patterns(language).stringPropertyNames();

    assertThat(refusals).hasSizeGreaterThan(80).allMatch(Class::isRecord);
    assertThat(keys).containsAll(refusals.stream().map(RefusalWords::name).toList());
    assertThat(keys.stream().filter(key -> !key.startsWith("text.")))
        .allSatisfy(key -> assertThat(refusals).anyMatch(refusal -> belongs(key, refusal)));
  }

  @ParameterizedTest
  @MethodSource("languagesBesidesEnglish")
  void everyPlaceInAPatternIsAComponentOfItsRefusal(Locale language) throws Exception {
    Properties patterns = patterns(language);

    for (Class<?> refusal : refusals()) {
      for (String key : patterns.stringPropertyNames()) {
        if (belongs(key, refusal)) {
          assertThat(components(refusal)).as(key).containsAll(places(patterns.getProperty(key)));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("languagesBesidesEnglish")
  void whatMayBeAllowedSaysInEveryLanguageWhatWouldBe(Locale language) throws Exception {
    Set<String> keys = patterns(language).stringPropertyNames();
    List<Class<?>> allowable = new ArrayList<>();
    for (Class<?> refusal : refusals()) {
      if (refusal.getMethod("request").getDeclaringClass().equals(refusal)) {
        allowable.add(refusal);
      }
    }

    assertThat(allowable)
        .hasSizeGreaterThanOrEqualTo(3)
        .allSatisfy(refusal ->
            assertThat(keys)
                .anyMatch(
                    key -> key.startsWith(RefusalWords.name(refusal) + RefusalWords.REQUEST)));
  }

  @Test
  void anApproverReadsWhatIsAskedWithItsAmounts() {
    assertThat(CROATIAN.request(discountTooHigh(OperatorRole.CLERK)))
        .isEqualTo(
            "Ručni popust 5,00\u00a0€ na Lampa; Ana smije dati 5,00\u00a0€. Cijeli račun tada ima ručnih popusta 5,00\u00a0€.");
    assertThat(
            CROATIAN.request(
                new ReturnRefusal.NotWithoutReceipt(
                    "Ana",
                    OperatorRole.MANAGER,
                    new BigDecimal("2"),
                    "Lampa",
                    Money.parse("EUR 1250.00"))))
        .isEqualTo("1.250,00\u00a0€ natrag za 2 x Lampa, bez računa.");
    assertThat(Words.english().request(discountTooHigh(OperatorRole.CLERK)))
        .startsWith("€5.00 off Lampa by hand; Ana may take off €5.00.");
    assertThat(CROATIAN.request(new Refusal.NotSignedOn())).isEmpty();
  }

  @Test
  void valuesAreWrittenForPeopleThere() {
    assertThat(
            CROATIAN.refusal(
                new ReturnRefusal.TooMuch(
                    "S01-R01-7",
                    2,
                    "Čaša žuta",
                    new BigDecimal("3.500"),
                    new BigDecimal("1"),
                    new BigDecimal("4"))))
        .isEqualTo(
            "Čaša žuta, redak 2 računa S01-R01-7: prodano 3,5, već vraćeno 1. 4 se ne može vratiti.");
    assertThat(CROATIAN.refusal(new Refusal.DrawerAlreadyOpen(4, LocalDate.of(2026, 11, 22))))
        .isEqualTo(
            "Ladica 4 od 22. stu 2026. već je otvorena. Najprije je prebrojite i zatvorite.");
    assertThat(CROATIAN.refusal(new Refusal.TooManyWrongPins(Duration.ofSeconds(29))))
        .endsWith("Pokušajte ponovno za 29s.");
    assertThat(CROATIAN.refusal(new Refusal.DiskFull("drawer session", 412L << 20)))
        .contains("(otvaranje ladice)")
        .contains("412 MiB");
    assertThat(
            CROATIAN.refusal(
                new Refusal.TooFine("Jaje", new BigDecimal("0.5"), new SaleUnit("kom", 0))))
        .contains("„kom”")
        .contains("0,5");
  }

  @Test
  void whatAnotherRegisterAnswersIsSaidSentenceBySentence() {
    assertThat(
            CROATIAN.refusal(
                new DocumentRefusal.NotHad(
                    "S01-R01-D1", "S01-R01-D1 was left to S01-R02. Ask for it there.")))
        .isEqualTo(
            "S01-R01-D1 se sada ne može dobiti: S01-R01-D1 je prepušten blagajni S01-R02. Zatražite ga ondje.");
    assertThat(
            CROATIAN.refusal(
                new DocumentRefusal.NotHad(
                    "S01-R01-D1",
                    new DocumentRefusal.InHand("S01-R01-D1", LaneId.parse("S01-R01")).message())))
        .contains("je upravo na otvorenom računu na blagajni S01-R01. Pričekajte da se taj račun");
    assertThat(CROATIAN.refusal(new DocumentRefusal.AskedFor("S01-R01-D1", "HQ")))
        .contains("pita se: centrala");
    assertThat(
            CROATIAN.refusal(
                new StoredValueRefusal.OnlyLastKnown(
                    "X", Money.parse("EUR 1.50"), LocalDateTime.parse("2026-11-22T08:30:05"))))
        .contains("1,50\u00a0€", "(22. stu 2026. 08:30)");
    assertThat(
            Words.english()
                .refusal(
                    new StoredValueRefusal.OnlyLastKnown(
                        "X", Money.parse("GBP 1.50"), LocalDateTime.parse("2026-11-22T08:30:05"))))
        .contains("£1.50", "(22 Nov 2026 08:30)");
  }

  @Test
  void aPatternForAValueComesBeforeTheUsualOne() {
    Money five = Money.parse("EUR 5.00");
    Money nothing = Money.parse("EUR 0.00");

    assertThat(CROATIAN.refusal(new Refusal.NoSuchLine(3, 0))).endsWith("račun je prazan.");
    assertThat(CROATIAN.refusal(new Refusal.NoSuchLine(3, 2))).endsWith("od 1 do 2.");
    assertThat(CROATIAN.refusal(new Refusal.MoreThanDue(five, five, true)))
        .startsWith("Ovim se povratom");
    assertThat(CROATIAN.refusal(new StoredValueRefusal.OnlyLeft("X", nothing)))
        .endsWith("nije ostalo ništa.");
    assertThat(CROATIAN.refusal(new StoredValueRefusal.OnlyLeft("X", five)))
        .contains("5,00\u00a0€");
    assertThat(CROATIAN.refusal(discountTooHigh(OperatorRole.MANAGER)))
        .contains("svakog voditelja");
    assertThat(CROATIAN.refusal(discountTooHigh(OperatorRole.CLERK))).contains("(Odobri)");
    assertThat(CROATIAN.refusal(new ReturnRefusal.OtherExemption("7", null, "HR-9")))
        .contains("računu 7: nema; na ovom računu: HR-9");
  }

  /** What refusals carry in English, as the till gives it to them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 to 64 characters",
        "up to 100 characters",
        "1 to 12 letters and digits",
        "more than 0, up to 99,999, with up to 3 decimals",
        "0 to 100 %, with up to 2 decimals",
        "GBP 0 to 1,000,000",
        "up to 10 on a ticket",
        "20 on a ticket",
        "more than nothing, up to GBP 12.50",
        "more than nothing, up to 1000000",
        "up to 1,000,000",
        "1 to 12"
      })
  void whatIsAllowedIsSaidInEveryLanguage(String allowed) {
    String said = CROATIAN.text(allowed);

    assertThat(said).isNotEqualTo(allowed).doesNotContain("{").doesNotContain(" to ");
  }

  @Test
  void figuresInATextAreTheLocales() {
    assertThat(CROATIAN.text("more than nothing, up to EUR 1250.50"))
        .isEqualTo("više od nule, do 1.250,50\u00a0€");
    assertThat(
            CROATIAN.refusal(
                new Refusal.NotAllowed(
                    "Quantity", "0", "more than 0, up to 99,999, with up to 3 decimals")))
        .isEqualTo(
            "Količina: „0” nije moguće; dopušteno je: više od 0, do 99.999, s najviše 3 decimala.");
    assertThat(CROATIAN.text("Gift certificate S01-R07-1923G1-65"))
        .isEqualTo("Poklon-bon S01-R07-1923G1-65");
  }

  @Test
  void whatDevicesTellIsSaidSentenceBySentence() {
    assertThat(
            CROATIAN.told(
                "The receipt printer is out of paper. Put in a new roll, then reprint. It burns."))
        .isEqualTo("Pisač računa nema papira. Stavite novu rolu, zatim ispišite opet. It burns.");
  }

  @Test
  void withoutAPatternItIsEnglishWithItsAmountsWrittenForPeople() {
    record Unknown(String message) implements Refusal {}

    assertThat(CROATIAN.refusal(new Unknown("It costs EUR 5.00.")))
        .isEqualTo("It costs 5,00\u00a0€.");
    assertThat(Words.english().refusal(new DrawerRefusal.NotCounted(Money.parse("GBP 5.00"))))
        .isEqualTo("£5.00 cannot be what was counted. Nothing was closed.");
    assertThat(Words.english().text("up to 5 characters")).isEqualTo("up to 5 characters");
    assertThat(DocumentKind.values())
        .allSatisfy(kind ->
            assertThat(CROATIAN.text(kind.name().toLowerCase(Locale.ROOT)))
                .isNotEqualToIgnoringCase(kind.name()));
  }

  private static Refusal discountTooHigh(OperatorRole role) {
    Money amount = Money.parse("EUR 5.00");
    return new Refusal.DiscountTooHigh(
        "Ana", role, BigDecimal.TEN, "Lampa", amount, amount, null, amount);
  }

  private static boolean belongs(String key, Class<?> refusal) {
    String name = RefusalWords.name(refusal);
    return key.equals(name)
        || key.equals(name + RefusalWords.REQUEST)
        || components(refusal).stream()
            .anyMatch(each -> key.startsWith(name + RefusalWords.REQUEST + "." + each + "."))
        || components(refusal).stream()
            .anyMatch(component -> key.startsWith(name + "." + component + "."));
  }

  private static List<String> components(Class<?> refusal) {
    return Arrays.stream(refusal.getRecordComponents()).map(each -> each.getName()).toList();
  }

  private static Set<String> places(String pattern) {
    return PLACE
        .matcher(pattern)
        .results()
        .map(place -> place.group(1))
        .collect(Collectors.toSet());
  }

  /** All classes of the register that are a reason for a refusal. */
  private static List<Class<?>> refusals() throws Exception {
    Path classes =
        Path.of(Refusal.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(classes.resolve("dev/tillbridge/register"))) {
      return files
          .map(file -> classes.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.contains("Test"))
          .map(name -> name.replace(".class", "").replace('/', '.'))
          .<Class<?>>map(RefusalWordsTest::load)
          .filter(each -> Refusal.class.isAssignableFrom(each) && !each.isInterface())
          .toList();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, Refusal.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(name, e);
    }
  }

  private static Properties patterns(Locale language) throws IOException {
    String file = "refusals_" + language.toLanguageTag() + ".properties";
    Properties patterns = new Properties();
    try (Reader text =
        new InputStreamReader(
            Objects.requireNonNull(RefusalWordsTest.class.getResourceAsStream(file), file),
            StandardCharsets.UTF_8)) {
      patterns.load(text);
    }
    return patterns;
  }
}
