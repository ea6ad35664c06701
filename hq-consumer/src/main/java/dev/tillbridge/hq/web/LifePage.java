package dev.tillbridge.hq.web;

import dev.tillbridge.hq.books.RegisterStream;
import dev.tillbridge.hq.suspense.Deed;
import dev.tillbridge.hq.suspense.Outcome;
import dev.tillbridge.hq.suspense.Trust;
import dev.tillbridge.model.delivery.StreamId;
import dev.tillbridge.screens.signon.Role;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** One life of a register: its stream, its keys, its alarms, and its end. */
final class LifePage {

  private final Desk desk;
  private final Frame frame;
  private final Words words;

  LifePage(Desk desk, Frame frame, Words words) {
    this.desk = desk;
    this.frame = frame;
    this.words = words;
  }

  void page(Context ctx) {
    show(ctx, "");
  }

  void approve(Context ctx) {
    String key = DeedForm.typed(ctx, "key");
    act(ctx, (stream, deed) -> trust().approve(stream, key, deed));
  }

  void refuse(Context ctx) {
    String key = DeedForm.typed(ctx, "key");
    act(ctx, (stream, deed) -> trust().refuse(stream, key, deed));
  }

  void close(Context ctx) {
    String typed = DeedForm.text(ctx, "last");
    act(
        ctx,
        (stream, deed) -> {
          try {
            return trust().close(stream, Long.parseLong(typed), deed);
          } catch (NumberFormatException e) {
            return new Outcome.Refused(
                "Nothing was changed: “"
                    + BytesView.printable(typed)
                    + "” is not a number. Give the last number this life is known to have"
                    + " written.");
          }
        });
  }

  private Trust trust() {
    return desk.duties().trust();
  }

  private void act(Context ctx, BiFunction<StreamId, Deed, Outcome> work) {
    Optional<StreamId> stream = id(ctx);
    if (stream.isEmpty()) {
      missing(ctx);
      return;
    }
    @Nullable String refusal =
        DeedForm.done(ctx, frame, Role.MANAGER, deed -> work.apply(stream.get(), deed));
    if (refusal == null) {
      ctx.redirect("/stream/" + stream.get(), HttpStatus.SEE_OTHER);
    } else {
      show(ctx, refusal);
    }
  }

  private void show(Context ctx, String refusal) {
    Optional<StreamId> asked = id(ctx);
    if (asked.isEmpty()) {
      missing(ctx);
      return;
    }
    String lane = asked.get().lane().toString();
    long epoch = asked.get().epoch();
    Optional<RegisterLives.Life> life = life(lane, epoch);
    var keys = desk.exceptionFiles().keys(lane, epoch);
    if (life.isEmpty() && keys.isEmpty()) {
      missing(ctx);
      return;
    }
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("stream", asked.get());
    parameters.put("life", life.orElse(null));
    parameters.put("keys", keys);
    parameters.put("trust", desk.exceptionFiles().trust(lane, epoch));
    parameters.put("alarms", desk.exceptionFiles().alarms(lane, epoch));
    parameters.put("deed", DeedForm.of(ctx, frame, refusal));
    parameters.put("last", lastSequence(ctx, life));
    parameters.put("words", words);
    frame.show(ctx, lane, StreamPage.SECTION, "life.jte", parameters);
  }

  private static String lastSequence(Context ctx, Optional<RegisterLives.Life> life) {
    String typed = DeedForm.text(ctx, "last");
    return typed.isEmpty()
        ? life.map(known -> Long.toString(known.stream().lastKnown())).orElse("")
        : typed;
  }

  private Optional<RegisterLives.Life> life(String lane, long epoch) {
    List<RegisterStream> streams = desk.streams().streams();
    for (RegisterLives register : RegisterLives.of(streams, words, desk.clock().instant())) {
      if (register.lane().equals(lane)) {
        if (register.newest().stream().epoch() == epoch) {
          return Optional.of(register.newest());
        }
        return register.older().stream().filter(life -> life.stream().epoch() == epoch).findFirst();
      }
    }
    return Optional.empty();
  }

  private void missing(Context ctx) {
    ctx.status(HttpStatus.NOT_FOUND);
    frame.show(ctx, "No such register", StreamPage.SECTION, "no-life.jte", Map.of());
  }

  private static Optional<StreamId> id(Context ctx) {
    try {
      return Optional.of(StreamId.parse(ctx.pathParam("lane") + "/" + ctx.pathParam("epoch")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
