package dev.tillbridge.pricebook.web;

import dev.tillbridge.model.card.TypedCardNumbers;
import io.javalin.http.Context;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What every form of a page carries.
 *
 * @param csrf the session's token
 * @param number of this form, new each time it is shown: sent twice, it acts once
 * @param refused the form whose step was refused, empty when none was
 * @param reasons why nothing was changed
 * @param typed what was typed there
 */
public record StepForm(
    String csrf, String number, String refused, List<String> reasons, Map<String, String> typed) {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NUMBER_BYTES = 16;

  static StepForm fresh(Context ctx, Frame frame) {
    return new StepForm(frame.csrf(ctx), newNumber(), "", List.of(), Map.of());
  }

  static StepForm again(Context ctx, Frame frame, String refused, List<String> reasons) {
    Map<String, String> typed = new TreeMap<>();
    ctx.formParamMap()
        .forEach((name, values) -> {
          if (!values.isEmpty()) {
            String all = String.join(",", values);
            typed.put(name, name.equals("reason") ? TypedCardNumbers.masked(all) : all);
          }
        });
    return new StepForm(
        frame.csrf(ctx),
        newNumber(),
        refused,
        reasons.stream().map(Words::onScreen).toList(),
        typed);
  }

  /** What was typed into a field of the refused form, else empty. */
  public String typed(String form, String field) {
    return refused.equals(form) ? typed.getOrDefault(field, "") : "";
  }

  static String text(Context ctx, String field) {
    String value = ctx.formParam(field);
    return value == null ? "" : value.strip();
  }

  private static String newNumber() {
    byte[] number = new byte[NUMBER_BYTES];
    RANDOM.nextBytes(number);
    return HexFormat.of().formatHex(number);
  }
}
