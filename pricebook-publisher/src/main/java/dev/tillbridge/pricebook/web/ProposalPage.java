package dev.tillbridge.pricebook.web;

import dev.tillbridge.pricebook.comparison.ComparisonCsv;
import dev.tillbridge.pricebook.desk.PriceDesk;
import dev.tillbridge.pricebook.preview.Preview;
import dev.tillbridge.pricebook.proposal.Outcome;
import dev.tillbridge.pricebook.proposal.Proposal;
import dev.tillbridge.pricebook.records.RecordsAway;
import dev.tillbridge.pricebook.records.ShopRecords;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One proposal: what it changes, and every step it can take. */
final class ProposalPage {

  private static final int TICKETS = 1_000;

  private final PriceDesk desk;
  private final Comparisons comparisons;
  private final Frame frame;
  private final Steps steps;
  private final Words words;

  ProposalPage(PriceDesk desk, Comparisons comparisons, Frame frame, Steps steps, Words words) {
    this.desk = desk;
    this.comparisons = comparisons;
    this.frame = frame;
    this.steps = steps;
    this.words = words;
  }

  void page(Context ctx) {
    show(ctx, StepForm.fresh(ctx, frame));
  }

  void approve(Context ctx) {
    int number = number(ctx);
    step(ctx, "approve", () -> told(desk.approve(number, by(ctx)), number));
  }

  void publish(Context ctx) {
    int number = number(ctx);
    List<String> stores = ctx.formParams("stores");
    step(
        ctx,
        "publish",
        () -> told(publish(number, StepForm.text(ctx, "when"), at(ctx), stores, by(ctx)), number));
  }

  private Outcome publish(
      int number, String when, @Nullable LocalDateTime at, List<String> stores, String by) {
    if (!when.equals("at") && at != null) {
      throw new IllegalArgumentException(
          "A time is given, %s, but not its button. Press Publish at this time, or clear the time. Nothing was published."
              .formatted(words.minute(at)));
    }
    return switch (when) {
      case "now" -> desk.publish(number, stores, by);
      case "tonight" -> desk.publishTonight(number, stores, by);
      case "at" -> {
        if (at == null) {
          throw new IllegalArgumentException("Give the time to publish at. Nothing was published.");
        }
        yield desk.publishAt(number, at, stores, by);
      }
      default ->
          throw new IllegalArgumentException(
              "Say when: now, tonight or at a time. Nothing was published.");
    };
  }

  private static @Nullable LocalDateTime at(Context ctx) {
    String text = StepForm.text(ctx, "at");
    try {
      return text.isEmpty() ? null : LocalDateTime.parse(text.replace(' ', 'T'));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "\"%s\" is no time; write it like \"2026-11-24 03:00\". Nothing was published."
              .formatted(text),
          e);
    }
  }

  void withdraw(Context ctx) {
    int number = number(ctx);
    String why = StepForm.text(ctx, "reason");
    step(
        ctx,
        "withdraw",
        () ->
            why.isEmpty()
                ? Reasons.missing("the proposal stays")
                : told(desk.withdraw(number, why, by(ctx)), number));
  }

  private void step(Context ctx, String form, Supplier<Steps.Result> step) {
    proposal(ctx);
    steps.take(ctx, form, step, again -> show(ctx, again));
  }

  private Steps.Result told(Outcome outcome, int number) {
    return steps.told(
        outcome, outcome instanceof Outcome.Published ? StatusPage.SECTION : address(number));
  }

  static String address(int number) {
    return ProposalsPage.SECTION + "/" + number;
  }

  private void show(Context ctx, StepForm form) {
    Proposal proposal = proposal(ctx);
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("proposal", proposal);
    parameters.put(
        "changes",
        ChangesView.of(
            ctx,
            comparisons.of(proposal),
            desk.settings().approval().percent(),
            address(proposal.number()),
            !proposal.state().isFinished()));
    parameters.put("mine", proposal.by().equals(by(ctx)));
    parameters.put("stores", desk.settings().stores());
    parameters.put(
        "tonight", words.minute(desk.settings().nextNight(words.now()).toLocalDateTime()));
    parameters.put("form", form);
    parameters.put("words", words);
    frame.show(
        ctx, "Proposal " + proposal.number(), ProposalsPage.SECTION, "proposal.jte", parameters);
  }

  /** Recent tickets under the proposal. */
  void preview(Context ctx) {
    Proposal proposal = proposal(ctx);
    String asked = ctx.queryParam("tickets");
    int tickets =
        asked != null && asked.matches("[0-9]{1,9}")
            ? Math.clamp(Integer.parseInt(asked), 1, ShopRecords.TICKETS_MAX)
            : TICKETS;
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("proposal", proposal);
    parameters.put("tickets", tickets);
    parameters.put("words", words);
    parameters.put("away", "");
    try {
      Preview preview = desk.preview(proposal.number(), desk.recentBaskets(tickets));
      parameters.put("preview", preview);
    } catch (RecordsAway e) {
      parameters.put("preview", null);
      parameters.put("away", String.valueOf(e.getMessage()));
    }
    frame.show(
        ctx,
        "Preview of proposal " + proposal.number(),
        ProposalsPage.SECTION,
        "preview.jte",
        parameters);
  }

  /** Every change as a file. */
  void csv(Context ctx) {
    Proposal proposal = proposal(ctx);
    ctx.contentType("text/csv; charset=utf-8");
    ctx.header(
        "Content-Disposition",
        "attachment; filename=\"proposal-%d.csv\"".formatted(proposal.number()));
    try {
      Writer writer = new OutputStreamWriter(ctx.outputStream(), StandardCharsets.UTF_8);
      ComparisonCsv.write(writer, comparisons.of(proposal).comparison());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Proposal proposal(Context ctx) {
    int number = number(ctx);
    return desk.proposal(number)
        .orElseThrow(() -> new NotHere("There is no proposal " + number + ". See Proposals."));
  }

  private static int number(Context ctx) {
    String text = ctx.pathParam("number");
    if (!text.matches("[0-9]{1,9}")) {
      throw new NotHere("\"" + text + "\" is no proposal's number. See Proposals.");
    }
    return Integer.parseInt(text);
  }

  private String by(Context ctx) {
    return frame.person(ctx).id();
  }
}
