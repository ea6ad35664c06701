package dev.tillbridge.hq.web;

import dev.tillbridge.hq.books.ExceptionKind;
import dev.tillbridge.hq.books.ExceptionReport;
import dev.tillbridge.hq.books.Exceptional;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that needs a human. */
final class ExceptionsPage {

  static final String SECTION = "/exceptions";

  private final Desk desk;
  private final Frame frame;
  private final Words words;

  ExceptionsPage(Desk desk, Frame frame, Words words) {
    this.desk = desk;
    this.frame = frame;
    this.words = words;
  }

  void page(Context ctx) {
    ExceptionKind kind = ExceptionKind.of(ctx.queryParam("kind")).orElse(null);
    boolean all = "all".equals(ctx.queryParam("show"));
    List<Exceptional> found = desk.exceptions().find(kind, all);
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("kind", kind);
    parameters.put("all", all);
    parameters.put("more", found.size() > ExceptionReport.SHOWN_MAX);
    parameters.put("found", found.stream().limit(ExceptionReport.SHOWN_MAX).toList());
    parameters.put("words", words);
    frame.show(ctx, "Exceptions", SECTION, "exceptions.jte", parameters);
  }

  static void missing(Context ctx, Frame frame) {
    ctx.status(HttpStatus.NOT_FOUND);
    frame.show(ctx, "No such exception", SECTION, "no-exception.jte", Map.of());
  }

  static Optional<Long> number(Context ctx, String name) {
    try {
      return Optional.of(Long.parseLong(ctx.pathParam(name)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
