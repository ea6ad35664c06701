package dev.tillbridge.hq.web;

import dev.tillbridge.hq.books.DocumentSummary;
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
      case "HANDED_OVER" -> "Left to another register";
      case "DONE" ->
          switch (kind) {
            case "HOLD" -> "Recalled";
            case "QUOTE" -> "Sold";
            case null, default -> "Handed over";
          };
      default -> state;
    };
  }

  /** Where a document is that is not over; empty for one that is. */
  public static String where(DocumentSummary document) {
    if (document.claimedAt() != null) {
      return "given to " + document.where() + " by HQ";
    }
    return switch (document.state()) {
      case "OPEN" -> "at " + document.where();
      case "HANDED_OVER" ->
          document.where().equals(document.lane())
              ? "left " + document.lane()
              : "left by " + document.lane() + " to " + document.where();
      default -> "";
    };
  }
}
