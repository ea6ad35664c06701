package dev.tillbridge.register.screen;

import dev.tillbridge.broker.link.LinkStatus;
import dev.tillbridge.model.delivery.DeliveryStatus;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.words.Word;
import dev.tillbridge.screens.live.LiveUpdates;
import dev.tillbridge.screens.page.Page;
import dev.tillbridge.screens.page.Screens;
import dev.tillbridge.screens.signon.Session;
import dev.tillbridge.screens.signon.SessionGuard;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;

/** What can be looked at: pages, live updates and JSON. Nothing here changes anything. */
final class TillRoutes {

  private final Screens screens;
  private final ScreenParts parts;
  private final SessionGuard guard;
  private final TillView view;
  private final LiveUpdates updates;

  TillRoutes(
      Screens screens, ScreenParts parts, SessionGuard guard, TillView view, LiveUpdates updates) {
    this.screens = screens;
    this.parts = parts;
    this.guard = guard;
    this.view = view;
    this.updates = updates;
  }

  void addTo(RoutesConfig routes) {
    routes.get("/", this::till);
    routes.get(
        SessionGuard.SIGN_ON, ctx -> new SignOnPage(screens, parts, guard, view).show(ctx, "", ""));
    routes.get("/status", ctx -> ctx.html(Screens.text(view.status())));
    routes.get(
        "/lane/parts",
        ctx ->
            screens.fragment(
                ctx, "parts.jte", Map.of("parts", view.parts(ctx.header(TillView.SHOWN)))));
    routes.get("/lane.json", this::laneJson);
    routes.get("/journal.json", this::journalJson);
    routes.get(
        "/metrics",
        ctx -> ctx.contentType("text/plain; version=0.0.4").result(parts.metrics().get()));
    routes.get("/health", ctx -> ctx.json(Map.of("status", "up", "lane", lane().lane())));
    routes.sse("/lane/events", updates::connect);
  }

  private LaneView lane() {
    return parts.lane().view();
  }

  private void till(Context ctx) {
    screens.page(
        ctx,
        page(ctx, parts.words().of(Word.TILL_OF, lane().lane()))
            .withKind("till")
            .withScripts(
                "/static/sound.js",
                "/static/panels.js",
                "/static/search.js",
                "/static/live.js",
                "/static/register.js"),
        "till.jte",
        Map.of(
            "parts", view.parts(),
            "words", parts.words(),
            "script", ScriptWords.json(parts.words()),
            "simulated", parts.simulated() != null));
  }

  private Page page(Context ctx, String title) {
    return Page.bare(title, lane().lane().toString(), guard.session(ctx))
        .withStyles("/static/till.css")
        .withLanguage(parts.words().language());
  }

  private void laneJson(Context ctx) {
    LaneView lane = lane();
    Session session = guard.session(ctx);
    LinkStatus link = parts.link().status();
    DeliveryStatus delivery = parts.delivery().get();
    ctx.json(
        session.person() == null
            ? LaneJson.forStrangers(lane, link, delivery, session.csrf(), null)
            : LaneJson.of(lane, link, delivery, session.csrf(), lane.refusal()));
  }

  private void journalJson(Context ctx) {
    String after = ctx.queryParam("after");
    if (after != null && !after.matches("\\d{1,18}")) {
      ctx.status(400)
          .json(Map.of("refusal", "after is the number of an entry; got \"" + after + "\"."));
      return;
    }
    ctx.json(JournalJson.after(parts.journal(), after == null ? 0 : Long.parseLong(after)));
  }
}
