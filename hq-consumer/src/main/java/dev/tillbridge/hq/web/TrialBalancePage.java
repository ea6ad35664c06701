package dev.tillbridge.hq.web;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.Map;

/** All accounts as of a business date. */
final class TrialBalancePage {

  static final String SECTION = "/trial-balance";
  private final Desk desk;
  private final Frame frame;
  private final Words words;

  TrialBalancePage(Desk desk, Frame frame, Words words) {
    this.desk = desk;
    this.frame = frame;
    this.words = words;
  }

  void page(Context ctx) {
    Asked<LocalDate> asked = Asked.date(ctx);
    frame.show(
        ctx,
        "Trial balance",
        SECTION,
        "trial-balance.jte",
        Map.of(
            "balance",
            desk.trialBalance().asOf(asked.value().orElse(desk.today())),
            "refusal",
            asked.refusal() == null ? "" : asked.refusal(),
            "words",
            words));
  }
}
