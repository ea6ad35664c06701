package dev.tillbridge.register.words;

import dev.tillbridge.model.pricebook.SaleUnit;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.screens.words.ByteWords;
import dev.tillbridge.screens.words.TimeWords;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Refusals in another language than English.
 *
 * <p>A refusal's pattern has the name of its record; {@code {sold}} in it is the component of that
 * name, written for people, and {@code {what:text}} one that is itself English, said by {@link
 * Texts}. A pattern for one value of a component has both behind its name: {@code
 * lane.Refusal.NoSuchLine.lines.0}. What another person would allow has its pattern behind {@code
 * .request}. What has no pattern is said in English.
 */
final class RefusalWords {

  private static final String ROOT = "dev.tillbridge.register.";

  /** Behind a refusal's name: what another person would allow. */
  static final String REQUEST = ".request";

  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(:text)?}");

  private final Properties patterns;
  private final Texts texts;
  private final Words words;

  RefusalWords(Properties patterns, Texts texts, Words words) {
    this.patterns = patterns;
    this.texts = texts;
    this.words = words;
  }

  /** The name its pattern has. */
  static String name(Class<?> refusal) {
    return refusal.getName().substring(ROOT.length()).replace('$', '.');
  }

  String of(Refusal refusal) {
    return said(refusal, name(refusal.getClass()), refusal.message());
  }

  /** What somebody of another role would allow; empty when nobody can. */
  String request(Refusal refusal) {
    String english = refusal.request();
    return english == null ? "" : said(refusal, name(refusal.getClass()) + REQUEST, english);
  }

  private String said(Refusal refusal, String name, String english) {
    String pattern = pattern(refusal, name);
    return pattern == null
        ? words.within(english)
        : PLACE
            .matcher(pattern)
            .replaceAll(place ->
                Matcher.quoteReplacement(
                    place.group(2) == null
                        ? written(place.group(1), value(refusal, place.group(1)))
                        : texts.sentences(String.valueOf(value(refusal, place.group(1))))));
  }

  private @Nullable String pattern(Refusal refusal, String name) {
    for (RecordComponent component :
        Objects.requireNonNullElse(
            refusal.getClass().getRecordComponents(), new RecordComponent[0])) {
      String each = name + "." + component.getName() + "." + plain(value(refusal, component));
      if (patterns.containsKey(each)) {
        return patterns.getProperty(each);
      }
    }
    return patterns.getProperty(name);
  }

  private static @Nullable Object value(Refusal refusal, String name) {
    for (RecordComponent component : refusal.getClass().getRecordComponents()) {
      if (component.getName().equals(name)) {
        return value(refusal, component);
      }
    }
    throw new IllegalStateException(refusal.getClass() + " has no " + name);
  }

  private static @Nullable Object value(Refusal refusal, RecordComponent component) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true); // the record's interface may be its package's own
      return accessor.invoke(refusal);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(refusal + " does not tell its " + component.getName(), e);
    }
  }

  /** A value as a pattern's name has it: nothing of it is {@code 0}, no value {@code none}. */
  private static String plain(@Nullable Object value) {
    return switch (value) {
      case null -> "none";
      case Money money -> money.isPositive() ? "some" : "0";
      case Collection<?> many -> many.isEmpty() ? "0" : "some";
      case Map<?, ?> many -> many.isEmpty() ? "0" : "some";
      default -> value.toString();
    };
  }

  private String written(String name, @Nullable Object value) {
    return switch (value) {
      case null -> texts.text("none");
      case Money money -> words.money(money);
      case BigDecimal number -> words.number(number);
      case LocalDate day -> words.date(day);
      case Duration time -> TimeWords.of(time);
      case LocalDateTime moment -> words.moment(moment);
      case CurrencyUnit currency -> currency.getCode();
      case SaleUnit unit -> unit.name();
      case Enum<?> one -> texts.text(one.name().replace('_', ' '));
      case Long bytes when name.endsWith("Bytes") -> ByteWords.of(bytes);
      case Collection<?> many ->
          many.stream().map(each -> written(name, each)).collect(Collectors.joining(", "));
      case Map<?, ?> many -> written(name, many.keySet());
      default -> words.within(value.toString());
    };
  }
}
