package dev.tillbridge.hq.web;

import org.jspecify.annotations.Nullable;

/** Documents in words. */
public final class DocumentWords {

  private DocumentWords() {}

  public static String kind(@Nullable String kind) {
    return switch (kind) {
      case null -> "Not known yet";
      case "HOLD" -> "Hold";
      case "QUOTE" -> "Quote";
      case "ORDER" -> "Order";
      case "LAYAWAY" -> "Layaway";
      default -> kind;
    };
  }

  /** What became of a document of this kind. */
  public static String state(@Nullable String kind, String state) {
    return switch (state) {
      case "OPEN" -> "Open";
      case "CANCELLED" -> "Cancelled";
      case "DONE" ->
          switch (kind) {
            case "HOLD" -> "Recalled";
            case "QUOTE" -> "Sold";
            case null, default -> "Handed over";
          };
      default -> state;
    };
  }
}
