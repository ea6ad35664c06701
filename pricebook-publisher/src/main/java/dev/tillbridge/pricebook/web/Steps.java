package dev.tillbridge.pricebook.web;

import dev.tillbridge.model.card.TypedCardNumbers;
import dev.tillbridge.pricebook.desk.OutcomeWords;
import dev.tillbridge.pricebook.proposal.Outcome;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Takes the step that a form asks for, one at a time. A form that was done already answers with
 * where it led, and does nothing.
 */
final class Steps {

  private static final int REMEMBERED_MAX = 1_000;
  private static final String CARD_NUMBER =
      "Nothing was changed: the reason has what looks like a payment card's number in it, which was"
          + " not kept. Take it off, and send the form again.";

  /** What came of a step. */
  sealed interface Result {

    /**
     * Done.
     *
     * @param next the page to go on with
     */
    record Done(String next, List<String> news) implements Result {}

    /** Nothing was changed. */
    record Refused(List<String> reasons) implements Result {}
  }

  private final Frame frame;
  private final ZoneId zone;
  private final Map<String, Result.Done> doneByForm =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Result.Done> eldest) {
          return size() > REMEMBERED_MAX;
        }
      };

  Steps(Frame frame, ZoneId zone) {
    this.frame = frame;
    this.zone = zone;
  }

  /** A step whose outcome says everything; {@code next} is the page to go on with. */
  Result told(Outcome outcome, String next) {
    List<String> words = OutcomeWords.of(outcome, zone).stream().map(Words::onScreen).toList();
    return switch (outcome) {
      case Outcome.Published published -> new Result.Done(next, words);
      case Outcome.Unchanged unchanged -> new Result.Done(next, words);
      case Outcome.Taken taken -> new Result.Done(next, words);
      case Outcome.Refused refused -> new Result.Refused(words);
      case Outcome.Spoilt spoilt -> new Result.Refused(words);
    };
  }

  /**
   * Takes the step and answers with a redirect, or with the page again.
   *
   * @param form name of the form, beside which a refusal is shown
   */
  void take(Context ctx, String form, Supplier<Result> step, Consumer<StepForm> pageAgain) {
    switch (once(ctx, step)) {
      case Result.Done(String next, List<String> news) -> {
        frame.news(ctx, news);
        ctx.redirect(next, HttpStatus.SEE_OTHER);
      }
      case Result.Refused(List<String> reasons) -> {
        ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
        pageAgain.accept(StepForm.again(ctx, frame, form, reasons));
      }
    }
  }

  private synchronized Result once(Context ctx, Supplier<Result> step) {
    String number = StepForm.text(ctx, "form");
    String key = frame.person(ctx).id() + " " + ctx.path() + " " + number;
    Result.Done before = doneByForm.get(key);
    if (before != null) {
      return before;
    }
    Result result =
        TypedCardNumbers.isIn(StepForm.text(ctx, "reason"))
            ? new Result.Refused(List.of(CARD_NUMBER))
            : attempted(step);
    if (result instanceof Result.Done done && !number.isEmpty()) {
      doneByForm.put(key, done);
    }
    return result;
  }

  private static Result attempted(Supplier<Result> step) {
    try {
      return step.get();
    } catch (IllegalArgumentException e) {
      return new Result.Refused(List.of(String.valueOf(e.getMessage())));
    }
  }
}
