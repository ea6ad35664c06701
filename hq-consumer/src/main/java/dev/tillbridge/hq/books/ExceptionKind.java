package dev.tillbridge.hq.books;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What needs a human. */
public enum ExceptionKind {
  SUSPENSE("In suspense"),
  CONFLICT("Conflict"),
  GAP("Gap"),
  KEY("Key to approve"),
  LIFE("Old life open"),
  ALARM("Alarm"),
  CARD("Card declined"),
  DOCUMENT("Document"),
  FINDING("Does not fit");

  private final String title;

  ExceptionKind(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /** As written in addresses. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Empty for all kinds. */
  public static Optional<ExceptionKind> of(@Nullable String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
