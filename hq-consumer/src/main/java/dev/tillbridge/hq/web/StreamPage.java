package dev.tillbridge.hq.web;

import dev.tillbridge.hq.books.RegisterStream;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;

/** How far each register's stream has come, and what is true of it. */
final class StreamPage {

  static final String SECTION = "/stream";

  private final Desk desk;
  private final Frame frame;
  private final Words words;

  StreamPage(Desk desk, Frame frame, Words words) {
    this.desk = desk;
    this.frame = frame;
    this.words = words;
  }

  void page(Context ctx) {
    frame.show(ctx, "Stream", SECTION, "stream.jte", parameters(ctx));
  }

  /** The part that changes by itself. */
  void state(Context ctx) {
    frame.fragment(ctx, "stream-state.jte", parameters(ctx));
  }

  private Map<String, Object> parameters(Context ctx) {
    List<RegisterStream> streams = desk.streams().streams();
    String unfolded = Asked.text(ctx, "lives");
    return Map.of(
        "registers", RegisterLives.of(streams, words, desk.clock().instant()),
        "waiting", desk.waiting().getAsLong(),
        "open", desk.exceptions().open(),
        "unfolded", unfolded == null ? "" : unfolded,
        "words", words);
  }
}
