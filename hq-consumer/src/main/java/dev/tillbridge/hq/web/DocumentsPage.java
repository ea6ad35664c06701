package dev.tillbridge.hq.web;

import dev.tillbridge.hq.books.DocumentFile;
import dev.tillbridge.hq.books.DocumentReport;
import dev.tillbridge.hq.books.DocumentSummary;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds, quotes, orders and layaways: what is open, what is held on it, and all about one. */
final class DocumentsPage {

  static final String SECTION = "/documents";

  private final Desk desk;
  private final Frame frame;
  private final Words words;
  private final DocumentReport documents;

  DocumentsPage(Desk desk, Frame frame, Words words) {
    this.desk = desk;
    this.frame = frame;
    this.words = words;
    this.documents = new DocumentReport(desk.books(), desk.currency());
  }

  void search(Context ctx) {
    String text = Asked.text(ctx, "text");
    boolean all = "all".equals(ctx.queryParam("show"));
    List<DocumentSummary> found = documents.find(text, all);
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("text", text);
    parameters.put("all", all);
    parameters.put("held", documents.held());
    parameters.put("more", found.size() > DocumentReport.FOUND_MAX);
    parameters.put("found", found.stream().limit(DocumentReport.FOUND_MAX).toList());
    parameters.put("words", words);
    frame.show(ctx, "Documents", SECTION, "documents.jte", parameters);
  }

  void document(Context ctx) {
    document(ctx, "");
  }

  void seen(Context ctx) {
    @Nullable String refusal =
        DeedForm.done(ctx, frame, null, deed -> desk.duties().remarks().onDocument(id(ctx), deed));
    if (refusal == null) {
      ctx.redirect(SECTION + "/" + id(ctx), HttpStatus.SEE_OTHER);
    } else {
      document(ctx, refusal);
    }
  }

  private static long id(Context ctx) {
    return ExceptionsPage.number(ctx, "id").orElse(-1L);
  }

  private void document(Context ctx, String refusal) {
    Optional<DocumentFile> file = documents.open(id(ctx));
    if (file.isEmpty()) {
      ctx.status(HttpStatus.NOT_FOUND);
      frame.show(ctx, "No such document", SECTION, "no-document.jte", Map.of());
      return;
    }
    frame.show(
        ctx,
        "Document " + file.get().summary().number(),
        SECTION,
        "document.jte",
        Map.of("file", file.get(), "deed", DeedForm.of(ctx, frame, refusal), "words", words));
  }
}
