package dev.tillbridge.pricebook.web;

import dev.tillbridge.broker.access.BrokerUnreachable;
import dev.tillbridge.pricebook.desk.PriceDesk;
import dev.tillbridge.pricebook.desk.Status;
import dev.tillbridge.screens.signon.Person;
import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is published and which register rings with what; a trial is promoted or withdrawn here. */
final class StatusPage {

  static final String SECTION = "/";

  /** Pages that refresh themselves at the same time ask HQ once. */
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final PriceDesk desk;
  private final Frame frame;
  private final Steps steps;
  private final Words words;
  private final Clock clock;
  private @Nullable Status last;
  private Instant lastAt = Instant.MIN;

  StatusPage(PriceDesk desk, Frame frame, Steps steps, Words words, Clock clock) {
    this.desk = desk;
    this.frame = frame;
    this.steps = steps;
    this.words = words;
    this.clock = clock;
  }

  void page(Context ctx) {
    show(ctx, StepForm.fresh(ctx, frame));
  }

  /** The part that refreshes itself. */
  void state(Context ctx) {
    try {
      frame.fragment(ctx, "status-state.jte", Map.of("view", StatusView.of(status(), words)));
    } catch (BrokerUnreachable e) {
      frame.fragment(ctx, "broker-away.jte", Map.of("problem", String.valueOf(e.getMessage())));
    }
  }

  void promote(Context ctx) {
    Person person = frame.person(ctx);
    steps.take(
        ctx,
        "promote",
        () -> steps.told(desk.promote(person.id()), SECTION),
        form -> show(ctx, form));
  }

  void endTrial(Context ctx) {
    Person person = frame.person(ctx);
    String why = StepForm.text(ctx, "reason");
    steps.take(
        ctx,
        "end-trial",
        () ->
            why.isEmpty()
                ? Reasons.missing("the trial goes on")
                : steps.told(desk.endTrial(why, person.id()), SECTION),
        form -> show(ctx, form));
  }

  private void show(Context ctx, StepForm form) {
    frame.show(
        ctx,
        "Status",
        SECTION,
        "status.jte",
        Map.of("view", StatusView.of(fresh(), words), "form", form));
  }

  private Status fresh() {
    Status status = desk.status();
    synchronized (this) {
      last = status;
      lastAt = clock.instant();
    }
    return status;
  }

  private Status status() {
    synchronized (this) {
      if (last != null && clock.instant().isBefore(lastAt.plus(FRESH))) {
        return last;
      }
    }
    return fresh();
  }
}
