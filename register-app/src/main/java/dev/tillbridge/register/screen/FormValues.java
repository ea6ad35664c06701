package dev.tillbridge.register.screen;

import dev.tillbridge.model.card.TypedCardNumbers;
import dev.tillbridge.register.lane.Discount;
import dev.tillbridge.register.lane.LooksLikePaymentCard;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.Scan;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What a form says, in the lane's types. */
final class FormValues {

  private static final int CHARS_MAX = 256;
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,15}(\\.\\d{0,6})?|\\.\\d{1,6}");
  private static final Pattern TIMES = Pattern.compile("([0-9.,]+)\\s*[*×]\\s*(\\S.*)");

  private final Context ctx;
  private final CurrencyUnit currency;
  private final char decimalPoint;

  /**
   * @param decimalPoint what this register's people may type instead of a point
   */
  FormValues(Context ctx, CurrencyUnit currency, char decimalPoint) {
    this.ctx = ctx;
    this.decimalPoint = decimalPoint;
    this.currency = currency;
  }

  /** A value cannot be read; the refusal says what is expected. */
  static final class NotUnderstood extends RuntimeException {

    private final transient Refusal refusal;

    NotUnderstood(Refusal refusal) {
      super(refusal.message());
      this.refusal = refusal;
    }

    Refusal refusal() {
      return refusal;
    }
  }

  /** Whether the form has this field, be it empty. */
  boolean has(String field) {
    return ctx.formParam(field) != null;
  }

  /**
   * The field without surrounding blanks, empty when it is absent. One with a payment card's number
   * in it is not understood, so that none comes further than here.
   */
  String text(String field) {
    String text = code(field);
    if (TypedCardNumbers.isIn(text)) {
      throw new NotUnderstood(new LooksLikePaymentCard());
    }
    return text;
  }

  /**
   * The same for what may look like a payment card's number and be none, such as an item's code;
   * who asks for it refuses it where it is not known, and keeps it nowhere.
   */
  String code(String field) {
    String value = ctx.formParam(field);
    if (value == null) {
      return "";
    }
    if (value.length() > CHARS_MAX) {
      throw new NotUnderstood(new InputRefusal.TooLong(CHARS_MAX));
    }
    return value.strip();
  }

  /** Which question is answered, null when the form names none. */
  @Nullable Long asked() {
    String text = text("asked");
    return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
  }

  /** An amount such as {@code 20}, {@code 19.99} or {@code GBP 19.99}. */
  Money money(String field) {
    String text = text(field);
    String digits =
        text.toUpperCase(Locale.ROOT).startsWith(currency.getCode())
            ? text.substring(currency.getCode().length()).strip()
            : text;
    try {
      return Money.of(currency, decimal(digits), RoundingMode.UNNECESSARY);
    } catch (ArithmeticException | NotUnderstood e) {
      throw new NotUnderstood(new InputRefusal.NotAnAmount(text));
    }
  }

  /** An amount of another currency. */
  Money money(String field, CurrencyUnit other) {
    return new FormValues(ctx, other, decimalPoint).money(field);
  }

  /** A day such as 2026-11-27, as a date field sends it. */
  LocalDate date(String field) {
    try {
      return LocalDate.parse(text(field));
    } catch (DateTimeParseException e) {
      throw new NotUnderstood(new InputRefusal.NotADay(text(field)));
    }
  }

  /** A text of several lines: what was typed, or else the file that was chosen. */
  String document(String field, String file, int charsMax) {
    String typed = Objects.requireNonNullElse(ctx.formParam(field), "");
    UploadedFile chosen = typed.isBlank() && ctx.isMultipart() ? ctx.uploadedFile(file) : null;
    String text = chosen == null ? typed : read(chosen, charsMax);
    if (text.length() > charsMax) {
      throw new NotUnderstood(new InputRefusal.TextTooLong(charsMax));
    }
    return text;
  }

  private static String read(UploadedFile file, int charsMax) {
    try (InputStream bytes = file.content()) {
      return new String(bytes.readNBytes(4 * charsMax + 1), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new NotUnderstood(
          new InputRefusal.FileNotRead(file.filename(), String.valueOf(e.getMessage())));
    }
  }

  /** A whole number. */
  long count(String field) {
    String text = text(field);
    if (!text.matches("\\d{1,9}")) {
      throw new NotUnderstood(new InputRefusal.NotWhole(text));
    }
    return Long.parseLong(text);
  }

  BigDecimal quantity(String field) {
    return decimal(text(field));
  }

  private BigDecimal decimal(String typed) {
    String text = typed.replace(decimalPoint, '.');
    if (!DECIMAL.matcher(text).matches()) {
      throw new NotUnderstood(new InputRefusal.NotANumber(typed));
    }
    return new BigDecimal(text);
  }

  /**
   * A discount such as {@code 10%} or {@code 1.50}, with its reason.
   *
   * @param line null for the whole ticket
   */
  Discount discount(@Nullable Integer line) {
    String text = text("discount");
    if (text.endsWith("%")) {
      BigDecimal percent = decimal(text.substring(0, text.length() - 1).strip());
      return new Discount(line, percent, null, text("reason"));
    }
    return new Discount(line, null, money("discount"), text("reason"));
  }

  /** Whether the clerk said how much is rung. */
  boolean isCounted() {
    return !text("quantity").isEmpty() || TIMES.matcher(code("code")).matches();
  }

  /** What to ring: {@code code} may be {@code 3*CODE}. */
  Scan scan() {
    String code = code("code");
    BigDecimal quantity = text("quantity").isEmpty() ? BigDecimal.ONE : quantity("quantity");
    Matcher times = TIMES.matcher(code);
    if (times.matches() && text("quantity").isEmpty()) {
      quantity = decimal(times.group(1));
      code = times.group(2);
    }
    if (code.isEmpty()) {
      throw new NotUnderstood(new InputRefusal.NoCode());
    }
    return new Scan(
        code,
        quantity,
        text("price").isEmpty() ? null : money("price"),
        orNull("reason"),
        orNull("reference"));
  }

  private @Nullable String orNull(String field) {
    String text = text(field);
    return text.isEmpty() ? null : text;
  }

  /** The line named in the path. */
  int line() {
    String number = ctx.pathParam("line");
    if (!number.matches("\\d{1,6}")) {
      throw new NotUnderstood(new InputRefusal.NotALine(number));
    }
    return Integer.parseInt(number);
  }
}
