package dev.tillbridge.register.screen;

import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.words.Word;
import dev.tillbridge.register.words.Words;
import dev.tillbridge.screens.page.Page;
import dev.tillbridge.screens.page.Screens;
import dev.tillbridge.screens.signon.SessionGuard;
import io.javalin.http.Context;
import java.util.Map;

/** The page with operator and PIN. */
record SignOnPage(Screens screens, ScreenParts parts, SessionGuard guard, TillView view) {

  /**
   * @param refusal why the last attempt failed, empty at first
   */
  void show(Context ctx, String operator, String refusal) {
    LaneView lane = parts.lane().view();
    Words words = parts.words();
    Page page =
        Page.bare(words.of(Word.SIGN_ON), lane.lane().toString(), guard.session(ctx))
            .withKind("sign-on-till")
            .withStyles("/static/till.css")
            .withScripts("/static/sign-on.js")
            .withLanguage(parts.words().language());
    screens.page(
        ctx,
        page,
        "sign-on.jte",
        Map.of(
            "words", words,
            "lane", lane.lane(),
            "storeName", parts.storeName(),
            "key", parts.keyFingerprint(),
            "operator", operator,
            "refusal", refusal,
            "csrf", guard.session(ctx).csrf(),
            "waiting", waiting(lane, words),
            "signedOn", guard.session(ctx).person() != null,
            "status", view.status()));
  }

  private static String waiting(LaneView lane, Words words) {
    LaneView.Open ticket = lane.ticket();
    LaneView.SignedOn operator = lane.operator();
    if (!ticket.lines().isEmpty() && operator != null) {
      return words.of(
          Word.OTHERS_TICKET_WAITS,
          operator.name(),
          ticket.lines().size(),
          words.money(ticket.total()));
    }
    if (!ticket.lines().isEmpty()) {
      return words.of(Word.TICKET_WAITS, ticket.lines().size(), words.money(ticket.total()));
    }
    return operator == null ? "" : words.of(Word.SIGNED_ON_HERE, operator.name());
  }
}
