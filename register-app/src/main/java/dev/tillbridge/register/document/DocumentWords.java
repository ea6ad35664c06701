package dev.tillbridge.register.document;

import dev.tillbridge.model.document.DocumentKind;

/** Kinds of documents as sentences name them. */
public final class DocumentWords {

  private DocumentWords() {}

  public static String of(DocumentKind kind) {
    return switch (kind) {
      case HOLD -> "Hold";
      case QUOTE -> "Quote";
      case ORDER -> "Order";
      case LAYAWAY -> "Layaway";
    };
  }

  static String a(DocumentKind kind) {
    return switch (kind) {
      case HOLD -> "a hold";
      case QUOTE -> "a quote";
      case ORDER -> "an order";
      case LAYAWAY -> "a layaway";
    };
  }
}
