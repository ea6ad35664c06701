package dev.tillbridge.register.screen;

import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.screens.page.Page;
import dev.tillbridge.screens.page.Screens;
import dev.tillbridge.screens.signon.SessionGuard;
import dev.tillbridge.screens.words.MoneyWords;
import dev.tillbridge.screens.words.TimeWords;
import io.javalin.http.Context;
import java.util.Map;

/** The page with operator and PIN. */
record SignOnPage(Screens screens, ScreenParts parts, SessionGuard guard, TillView view) {

  /**
   * @param refusal why the last attempt failed, empty at first
   */
  void show(Context ctx, String operator, String refusal) {
    LaneView lane = parts.lane().view();
    Page page =
        Page.bare("Sign on", lane.lane().toString(), guard.session(ctx))
            .withKind("sign-on-till")
            .withStyles("/static/till.css")
            .withScripts("/static/register.js")
            .withLanguage(parts.words().language());
    screens.page(
        ctx,
        page,
        "sign-on.jte",
        Map.of(
            "lane", lane.lane(),
            "storeName", parts.storeName(),
            "key", parts.keyFingerprint(),
            "operator", operator,
            "refusal", refusal,
            "csrf", guard.session(ctx).csrf(),
            "waiting", waiting(lane),
            "signedOn", guard.session(ctx).person() != null,
            "status", view.status()));
  }

  private static String waiting(LaneView lane) {
    LaneView.Open ticket = lane.ticket();
    LaneView.SignedOn operator = lane.operator();
    if (!ticket.lines().isEmpty() && operator != null) {
      return "%s has a ticket of %s, %s, open. A manager may sign on over a clerk; the ticket stays."
          .formatted(
              operator.name(),
              TimeWords.count(ticket.lines().size(), "line"),
              MoneyWords.of(ticket.total()));
    }
    if (!ticket.lines().isEmpty()) {
      return "A ticket of %s, %s, is open and waits for you."
          .formatted(TimeWords.count(ticket.lines().size(), "line"), MoneyWords.of(ticket.total()));
    }
    return operator == null ? "" : operator.name() + " is signed on at this register.";
  }
}
