package dev.tillbridge.hq.web;

import dev.tillbridge.hq.books.CustomerReport;
import dev.tillbridge.hq.books.StoredValueReport;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Objects;

/** Customers, and what is owed to holders of gift certificates and store credits. */
final class PeoplePages {

  static final String CUSTOMERS = "/customers";
  static final String STORED_VALUE = "/stored-value";

  private static final int QUERY_CHARS_MAX = 64;

  private final Desk desk;
  private final Frame frame;
  private final Words words;

  PeoplePages(Desk desk, Frame frame, Words words) {
    this.desk = desk;
    this.frame = frame;
    this.words = words;
  }

  void customers(Context ctx) {
    String asked = asked(ctx);
    var found = desk.customers().find(asked);
    frame.show(
        ctx,
        "Customers",
        CUSTOMERS,
        "customers.jte",
        Map.of(
            "asked",
            asked,
            "more",
            found.size() > CustomerReport.SHOWN_MAX,
            "found",
            found.stream().limit(CustomerReport.SHOWN_MAX).toList(),
            "givenTwice",
            desk.customers().givenTwice(),
            "leftBehind",
            desk.customers().leftBehind(),
            "words",
            words));
  }

  void storedValue(Context ctx) {
    String asked = asked(ctx);
    var found = desk.storedValues().find(asked);
    frame.show(
        ctx,
        "Stored value",
        STORED_VALUE,
        "stored-value.jte",
        Map.of(
            "asked",
            asked,
            "more",
            found.size() > StoredValueReport.SHOWN_MAX,
            "found",
            found.stream().limit(StoredValueReport.SHOWN_MAX).toList(),
            "owed",
            desk.storedValues().owed(),
            "words",
            words));
  }

  private static String asked(Context ctx) {
    String asked = Objects.requireNonNullElse(Asked.text(ctx, "q"), "");
    return asked.substring(0, Math.min(asked.length(), QUERY_CHARS_MAX));
  }
}
