package dev.tillbridge.register.screen;

import dev.tillbridge.broker.link.LinkStatus;
import dev.tillbridge.model.delivery.DeliveryStatus;
import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.screen.FormValues.NotUnderstood;
import dev.tillbridge.register.words.Term;
import dev.tillbridge.register.words.Words;
import dev.tillbridge.screens.page.Screens;
import dev.tillbridge.screens.signon.Session;
import dev.tillbridge.screens.signon.SessionGuard;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How commands are taken from a form and answered: the till's parts, JSON, or the page again. */
final class LaneCommands {

  /** What a command does with a form. */
  interface Command {
    Outcome carryOut(FormValues form);
  }

  private final Screens screens;
  private final ScreenParts parts;
  private final SessionGuard guard;
  private final TillView view;
  private final Lane lane;

  LaneCommands(Screens screens, ScreenParts parts, SessionGuard guard, TillView view) {
    this.screens = screens;
    this.parts = parts;
    this.guard = guard;
    this.view = view;
    this.lane = parts.lane();
  }

  /** Of the register's language. */
  Words words() {
    return parts.words();
  }

  /** Answers posts to a path with a command whose effect the ticket shows well enough. */
  void add(RoutesConfig routes, String path, Command command) {
    add(routes, path, command, v -> null);
  }

  /** Answers posts to a path with a command, and says this when it was done. */
  void add(RoutesConfig routes, String path, Command command, Term whenDone) {
    add(routes, path, command, v -> parts.words().of(whenDone));
  }

  /** The same, when what is said depends on the lane as it is then. */
  void add(
      RoutesConfig routes,
      String path,
      Command command,
      Function<LaneView, @Nullable String> whenDone) {
    routes.post(path, ctx -> answer(ctx, command, whenDone));
  }

  void answer(Context ctx, Command command, Function<LaneView, @Nullable String> whenDone) {
    Said said = carriedOut(ctx, command, whenDone);
    view.say(said);
    boolean left = said.refusal() == null && lane.view().operator() == null;
    if (left) {
      guard.signOff(ctx); // somebody else goes on at this lane
    }
    if (SessionGuard.wantsJson(ctx)) {
      json(ctx, said.refusal());
    } else if (left && ctx.header("HX-Request") != null) {
      ctx.header("HX-Redirect", SessionGuard.SIGN_ON);
    } else if (ctx.header("HX-Request") != null) {
      screens.fragment(ctx, "parts.jte", Map.of("parts", view.parts(ctx.header(TillView.SHOWN))));
    } else {
      ctx.redirect("/", HttpStatus.SEE_OTHER);
    }
  }

  Said carriedOut(Context ctx, Command command, Function<LaneView, @Nullable String> whenDone) {
    try {
      return switch (command.carryOut(
          new FormValues(ctx, lane.currency(), parts.words().decimalPoint()))) {
        case Outcome.Done done ->
            new Said(done.view().command(), null, whenDone.apply(done.view()));
        case Outcome.Refused refused -> new Said(refused.view().command(), refused.refusal(), null);
      };
    } catch (NotUnderstood e) {
      return new Said(lane.view().command(), e.refusal(), null);
    }
  }

  void json(Context ctx, @Nullable Refusal refused) {
    String refusal = refused == null ? null : refused.message();
    Session session = guard.session(ctx);
    LinkStatus link = parts.link().status();
    DeliveryStatus delivery = parts.delivery().get();
    ctx.json(
        session.person() == null
            ? LaneJson.forStrangers(lane.view(), link, delivery, session.csrf(), refusal)
            : LaneJson.of(lane.view(), link, delivery, session.csrf(), refusal));
  }
}
