package dev.tillbridge.hq.web;

import io.javalin.http.Context;
import java.util.Map;

/** How far each register's stream has come, and what needs a human. */
final class RegistersPage {

  private final Desk desk;
  private final Frame frame;
  private final Words words;

  RegistersPage(Desk desk, Frame frame, Words words) {
    this.desk = desk;
    this.frame = frame;
    this.words = words;
  }

  void page(Context ctx) {
    frame.show(ctx, "Registers", "/registers", "registers.jte", parameters());
  }

  /** The part that changes by itself. */
  void state(Context ctx) {
    frame.fragment(ctx, "registers-state.jte", parameters());
  }

  private Map<String, Object> parameters() {
    return Map.of(
        "streams", desk.streams().streams(),
        "suspended", desk.streams().suspended(),
        "suspense", desk.streams().suspense(),
        "conflicts", desk.streams().conflicts(),
        "waiting", desk.waiting().getAsLong(),
        "words", words);
  }
}
