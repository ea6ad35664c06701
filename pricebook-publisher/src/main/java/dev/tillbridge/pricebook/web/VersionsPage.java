package dev.tillbridge.pricebook.web;

import dev.tillbridge.broker.topic.LoggedVersion;
import dev.tillbridge.model.pricebook.Manifest;
import dev.tillbridge.pricebook.desk.PriceDesk;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every version HQ keeps: look, compare, roll back. */
final class VersionsPage {

  static final String SECTION = "/versions";
  private static final int ROWS = 30;

  private final PriceDesk desk;
  private final Comparisons comparisons;
  private final Frame frame;
  private final Steps steps;
  private final Words words;

  VersionsPage(PriceDesk desk, Comparisons comparisons, Frame frame, Steps steps, Words words) {
    this.desk = desk;
    this.comparisons = comparisons;
    this.frame = frame;
    this.steps = steps;
    this.words = words;
  }

  void page(Context ctx) {
    List<Manifest> all = desk.versions().reversed().stream().map(LoggedVersion::manifest).toList();
    int pages = Math.max(1, (all.size() + ROWS - 1) / ROWS);
    int page = Math.clamp(whole(ctx.queryParam("page"), 1), 1, pages);
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("versions", all.stream().skip((page - 1L) * ROWS).limit(ROWS).toList());
    parameters.put("newest", all.isEmpty() ? 0L : all.getFirst().version());
    parameters.put("current", current());
    parameters.put("page", page);
    parameters.put("pages", pages);
    parameters.put("words", words);
    frame.show(ctx, "Versions", SECTION, "versions.jte", parameters);
  }

  /** What differs between two versions. */
  void compare(Context ctx) {
    int was = whole(ctx.queryParam("was"), -1);
    int now = whole(ctx.queryParam("now"), -1);
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("was", was);
    parameters.put("now", now);
    parameters.put("words", words);
    parameters.put("refusal", "");
    parameters.put("changes", null);
    if (was < 0 || now < 0) {
      parameters.put("refusal", "Give the numbers of two versions; 0 is a book without values.");
    } else {
      try {
        parameters.put(
            "changes",
            ChangesView.of(
                ctx,
                comparisons.of(was, now),
                desk.settings().approval().percent(),
                "%s/compare?was=%d&now=%d".formatted(SECTION, was, now)));
      } catch (IllegalArgumentException e) {
        parameters.put("refusal", Words.onScreen(String.valueOf(e.getMessage())));
      }
    }
    frame.show(ctx, "Compare versions", SECTION, "compare.jte", parameters);
  }

  void rollbackPage(Context ctx) {
    show(ctx, StepForm.fresh(ctx, frame));
  }

  void rollback(Context ctx) {
    long version = wanted(ctx).version();
    String why = StepForm.text(ctx, "reason");
    String by = frame.person(ctx).id();
    steps.take(
        ctx,
        "rollback",
        () ->
            why.isEmpty()
                ? Reasons.missing("the price book stays")
                : steps.told(desk.rollback(version, why, by), StatusPage.SECTION),
        form -> show(ctx, form));
  }

  private void show(Context ctx, StepForm form) {
    Manifest version = wanted(ctx);
    long current = current();
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("version", version);
    parameters.put("current", current);
    parameters.put("trial", desk.books().trial().isPresent());
    parameters.put(
        "changes",
        ChangesView.of(
            ctx,
            comparisons.of(current, version.version()),
            desk.settings().approval().percent(),
            "%s/%d/rollback".formatted(SECTION, version.version())));
    parameters.put("form", form);
    parameters.put("words", words);
    frame.show(
        ctx, "Roll back to version " + version.version(), SECTION, "rollback.jte", parameters);
  }

  private long current() {
    return desk.books().forAll().map(Manifest::version).orElse(0L);
  }

  private Manifest wanted(Context ctx) {
    String text = ctx.pathParam("version");
    return desk.versions().stream()
        .map(LoggedVersion::manifest)
        .filter(manifest -> Long.toString(manifest.version()).equals(text))
        .findFirst()
        .orElseThrow(() -> new NotHere("HQ does not keep version " + text + ". See Versions."));
  }

  private static int whole(@Nullable String text, int otherwise) {
    return text != null && text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : otherwise;
  }
}
