package dev.tillbridge.pricebook.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a page says when it cannot be shown. */
final class AwayPage {

  private static final Logger LOG = LoggerFactory.getLogger(AwayPage.class);

  private final Frame frame;

  AwayPage(Frame frame) {
    this.frame = frame;
  }

  void broker(Exception away, Context ctx) {
    LOG.warn("{} could not be shown: {}", ctx.path(), away.getMessage());
    show(ctx, HttpStatus.SERVICE_UNAVAILABLE, "HQ does not answer", away);
  }

  void disk(Exception problem, Context ctx) {
    LOG.error("{} could not be shown.", ctx.path(), problem);
    show(ctx, HttpStatus.SERVICE_UNAVAILABLE, "It could not be read or written", problem);
  }

  void notHere(Exception problem, Context ctx) {
    show(ctx, HttpStatus.NOT_FOUND, "There is no such page", problem);
  }

  private void show(Context ctx, HttpStatus status, String title, Exception problem) {
    ctx.status(status);
    frame.show(
        ctx,
        title,
        "",
        "away.jte",
        Map.of("title", title, "problem", Words.onScreen(String.valueOf(problem.getMessage()))));
  }
}
