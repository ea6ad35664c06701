package dev.tillbridge.pricebook.web;

import dev.tillbridge.model.pricebook.BookValue.Item;
import dev.tillbridge.pricebook.desk.PriceDesk;
import dev.tillbridge.screens.words.TypedAmount;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;

/** One item's price, now: first the item is found and shown, then changed. */
final class ChangePage {

  static final String SECTION = "/change";
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final PriceDesk desk;
  private final Frame frame;
  private final Steps steps;

  ChangePage(PriceDesk desk, Frame frame, Steps steps) {
    this.desk = desk;
    this.frame = frame;
    this.steps = steps;
  }

  void page(Context ctx) {
    String code = ctx.queryParam("item");
    show(ctx, code == null ? "" : code.strip(), StepForm.fresh(ctx, frame));
  }

  void change(Context ctx) {
    String code = StepForm.text(ctx, "item");
    String by = frame.person(ctx).id();
    steps.take(ctx, "change", () -> changed(ctx, code, by), form -> show(ctx, code, form));
  }

  private Steps.Result changed(Context ctx, String code, String by) {
    Money price = price(StepForm.text(ctx, "price"));
    String why = StepForm.text(ctx, "reason");
    if (why.isEmpty()) {
      return Reasons.missing("the price stays");
    }
    Optional<Item> item = desk.item(code);
    if (item.isPresent() && StepForm.text(ctx, "sure").isEmpty()) {
      String percent = percent(item.get().price(), price);
      if (!percent.isEmpty()) {
        return new Steps.Result.Refused(
            List.of(
                "%s to %s is %s %%. Nothing was changed. If it is meant, tick the box and send again."
                    .formatted(item.get().price(), price, percent)));
      }
    }
    return steps.told(desk.change(code, price, why, by), StatusPage.SECTION);
  }

  /** Empty when nobody needs to look twice. */
  private String percent(Money was, Money now) {
    if (!was.isPositive()) {
      return "";
    }
    BigDecimal percent =
        now.minus(was)
            .getAmount()
            .multiply(HUNDRED)
            .divide(was.getAmount(), 0, RoundingMode.HALF_UP);
    return percent.abs().longValue() >= desk.settings().approval().percent()
        ? String.format(Locale.UK, "%+,d", percent.longValue())
        : "";
  }

  private Money price(String text) {
    return switch (TypedAmount.of(text, desk.settings().currency().getDecimalPlaces())) {
      case TypedAmount.Understood(BigDecimal amount) -> desk.price(amount);
      case TypedAmount.Refused(String why) ->
          throw new IllegalArgumentException(why + " Nothing was changed.");
    };
  }

  private void show(Context ctx, String code, StepForm form) {
    Optional<Item> item = code.isEmpty() ? Optional.empty() : desk.item(code);
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("code", code);
    parameters.put("item", item.orElse(null));
    parameters.put("form", form);
    frame.show(ctx, "Emergency price", SECTION, "change.jte", parameters);
  }
}
