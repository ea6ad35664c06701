package dev.tillbridge.hq.web;

import dev.tillbridge.hq.database.BooksAway;
import io.javalin.http.ContentType;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;

/** What every page says while the database does not answer. */
final class AwayPage {

  private final Frame frame;

  AwayPage(Frame frame) {
    this.frame = frame;
  }

  void show(BooksAway away, Context ctx) {
    ctx.status(HttpStatus.SERVICE_UNAVAILABLE);
    String accept = ctx.header("Accept");
    if (ctx.path().endsWith(".json") || (accept != null && accept.contains(ContentType.JSON))) {
      ctx.json(Map.of("problem", "The database does not answer now; try again in a moment."));
      return;
    }
    frame.show(ctx, "The books do not answer", "", "books-away.jte", Map.of());
  }
}
