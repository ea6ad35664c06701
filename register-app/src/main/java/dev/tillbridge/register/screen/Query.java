package dev.tillbridge.register.screen;

import dev.tillbridge.model.card.TypedCardNumbers;
import io.javalin.http.Context;
import java.util.Objects;

/** What is searched for. */
final class Query {

  private static final int CHARS_MAX = 64;

  private Query() {}

  /**
   * As it was typed, empty when it was not; a payment card's number in it is masked, so that it is
   * neither said again nor asked of anybody.
   */
  static String of(Context ctx, String parameter) {
    return TypedCardNumbers.masked(typed(ctx, parameter));
  }

  /** The same for what may be an item's code, which can look like such a number. */
  static String typed(Context ctx, String parameter) {
    String query = Objects.requireNonNullElse(ctx.queryParam(parameter), "").strip();
    return query.substring(0, Math.min(query.length(), CHARS_MAX));
  }
}
