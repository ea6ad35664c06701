package dev.tillbridge.screens.page;

import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** Light or dark. The choice is the browser's, kept there in the cookie {@code theme}. */
public enum Theme {
  LIGHT,
  DARK,
  /** As the browser's system has it. */
  SYSTEM;

  static Theme of(Context ctx) {
    return switch (ctx.cookie("theme")) {
      case "light" -> LIGHT;
      case "dark" -> DARK;
      case null, default -> SYSTEM;
    };
  }

  /** For the page's root element, null for the system's. */
  public @Nullable String attribute() {
    return switch (this) {
      case LIGHT -> "light";
      case DARK -> "dark";
      case SYSTEM -> null;
    };
  }
}
