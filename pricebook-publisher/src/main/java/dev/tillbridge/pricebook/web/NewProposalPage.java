package dev.tillbridge.pricebook.web;

import dev.tillbridge.pricebook.desk.PriceDesk;
import dev.tillbridge.pricebook.importing.BadRowCsv;
import dev.tillbridge.pricebook.importing.ImportedList;
import dev.tillbridge.pricebook.proposal.Proposed;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From a file to a proposal: upload, check, correct the mapping, propose. */
final class NewProposalPage {

  static final String SECTION = "/new";

  private static final String INSPECT = "inspect";
  private static final String OWN = "own";
  private static final long MAPPING_BYTES_MAX = 1 << 20;

  private final PriceDesk desk;
  private final Drafts drafts;
  private final MappingFolder mappings;
  private final Frame frame;
  private final Steps steps;
  private final Words words;

  NewProposalPage(
      PriceDesk desk,
      Drafts drafts,
      MappingFolder mappings,
      Frame frame,
      Steps steps,
      Words words) {
    this.desk = desk;
    this.drafts = drafts;
    this.mappings = mappings;
    this.frame = frame;
    this.steps = steps;
    this.words = words;
  }

  void page(Context ctx) {
    showUpload(ctx, StepForm.fresh(ctx, frame));
  }

  /** Takes the files in; what is wrong with their content is shown on the draft's own page. */
  void upload(Context ctx) {
    steps.take(ctx, "upload", () -> uploaded(ctx), form -> showUpload(ctx, form));
  }

  private Steps.Result uploaded(Context ctx) {
    UploadedFile list = file(ctx, "list");
    UploadedFile terms = file(ctx, "terms");
    if (list == null && terms == null) {
      return new Steps.Result.Refused(
          List.of("Choose a price list, or a terms file, or both. Nothing was checked."));
    }
    String chosen = StepForm.text(ctx, "mapping");
    if (list != null && chosen.isEmpty()) {
      return new Steps.Result.Refused(
          List.of("Choose how the list is written: a mapping. Nothing was checked."));
    }
    String mapping =
        list == null || chosen.equals(INSPECT)
            ? ""
            : chosen.equals(OWN) ? own(ctx) : mappings.text(chosen);
    String name = chosen.equals(OWN) ? "your own" : chosen;
    return new Steps.Result.Done(address(drafts.add(list, name, mapping, terms)), List.of());
  }

  private static String own(Context ctx) {
    UploadedFile file = file(ctx, "mapping-file");
    String pasted = StepForm.text(ctx, "mapping-text");
    if (file == null && pasted.isEmpty()) {
      throw new IllegalArgumentException(
          "Choose a mapping's file or paste its text. Nothing was checked.");
    }
    if (file != null && !pasted.isEmpty()) {
      throw new IllegalArgumentException(
          "Give a mapping's file or its text, not both. Nothing was checked.");
    }
    if (file == null) {
      return pasted;
    }
    if (file.size() > MAPPING_BYTES_MAX) {
      throw new IllegalArgumentException(
          "The mapping %s has %,d bytes; at most %,d are read. Nothing was checked."
              .formatted(file.filename(), file.size(), MAPPING_BYTES_MAX));
    }
    try (InputStream content = file.content()) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable UploadedFile file(Context ctx, String field) {
    UploadedFile file = ctx.uploadedFile(field);
    return file == null || file.filename().isBlank() ? null : file;
  }

  private void showUpload(Context ctx, StepForm form) {
    frame.show(
        ctx,
        "New proposal",
        SECTION,
        "new-proposal.jte",
        Map.of("mappings", mappings.names(), "bytesMax", PriceWeb.UPLOAD_BYTES_MAX, "form", form));
  }

  void draft(Context ctx) {
    showDraft(ctx, StepForm.fresh(ctx, frame));
  }

  void check(Context ctx) {
    Draft draft = wanted(ctx);
    String mapping = ctx.formParam("mapping-text") == null ? "" : ctx.formParam("mapping-text");
    steps.take(
        ctx,
        "check",
        () ->
            new Steps.Result.Done(
                address(drafts.check(draft, mapping.replace("\r\n", "\n"))), List.of()),
        form -> showDraft(ctx, form));
  }

  void inspect(Context ctx) {
    Draft draft = wanted(ctx);
    steps.take(
        ctx,
        "check",
        () -> new Steps.Result.Done(address(drafts.inspect(draft)), List.of()),
        form -> showDraft(ctx, form));
  }

  void keepMapping(Context ctx) {
    Draft draft = wanted(ctx);
    String name = StepForm.text(ctx, "name");
    steps.take(
        ctx,
        "keep",
        () -> {
          String kept = mappings.keep(name, draft.mapping());
          return new Steps.Result.Done(
              address(draft),
              List.of("The mapping is kept as " + kept + "; choose it the next time."));
        },
        form -> showDraft(ctx, form));
  }

  void propose(Context ctx) {
    Draft draft = wanted(ctx);
    String by = frame.person(ctx).id();
    steps.take(
        ctx,
        "propose",
        () -> proposed(desk.propose(drafts.values(draft), draft.from(), by), draft),
        form -> showDraft(ctx, form));
  }

  private static Steps.Result proposed(Proposed proposed, Draft draft) {
    return switch (proposed) {
      case Proposed.Made(var proposal, var comparison, List<String> warnings) -> {
        List<String> news = new ArrayList<>();
        news.add(
            "Proposal %d is made of %s. Nothing is published yet."
                .formatted(proposal.number(), proposal.from()));
        warnings.stream().map(Words::onScreen).forEach(news::add);
        yield new Steps.Result.Done(ProposalPage.address(proposal.number()), news);
      }
      case Proposed.Unchanged(long version) ->
          new Steps.Result.Done(
              address(draft),
              List.of(
                  "This is price book version %d already. Nothing was proposed."
                      .formatted(version)));
      case Proposed.Refused(List<String> problems) -> {
        List<String> reasons = new ArrayList<>(problems);
        reasons.add("The book is refused for the reasons above. Nothing was proposed.");
        yield new Steps.Result.Refused(reasons);
      }
    };
  }

  private void showDraft(Context ctx, StepForm form) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("draft", wanted(ctx));
    parameters.put("form", form);
    parameters.put("words", words);
    frame.show(ctx, "Check", SECTION, "draft.jte", parameters);
  }

  /** Every bad row and note as a file. */
  void rows(Context ctx) {
    ImportedList list = wanted(ctx).check().list();
    if (list == null) {
      ctx.status(HttpStatus.NOT_FOUND).result("The list was not read, so no row is bad.");
      return;
    }
    ctx.contentType("text/csv; charset=utf-8");
    ctx.header("Content-Disposition", "attachment; filename=\"rows.csv\"");
    try {
      Writer writer = new OutputStreamWriter(ctx.outputStream(), StandardCharsets.UTF_8);
      BadRowCsv.write(writer, list);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Draft wanted(Context ctx) {
    return drafts
        .find(ctx.pathParam("draft"))
        .orElseThrow(() ->
            new NotHere(
                "These files are no longer here: only the newest %d uploads are kept, and none over a restart. Nothing was proposed; upload them again under New proposal."
                    .formatted(Drafts.KEPT_MAX)));
  }

  private static String address(Draft draft) {
    return SECTION + "/" + draft.id();
  }
}
