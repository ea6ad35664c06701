package dev.tillbridge.hq.web;

import dev.tillbridge.hq.books.DaySales;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Sales of a business date by store and hour. */
final class SalesPage {

  private final Desk desk;
  private final Frame frame;
  private final Words words;

  SalesPage(Desk desk, Frame frame, Words words) {
    this.desk = desk;
    this.frame = frame;
    this.words = words;
  }

  void page(Context ctx) {
    Asked<LocalDate> asked = Asked.date(ctx);
    Map<String, Object> parameters = parameters(asked.value().orElse(desk.today()));
    parameters.put("refusal", asked.refusal() == null ? "" : asked.refusal());
    frame.show(ctx, "Sales", "/", "sales.jte", parameters);
  }

  /** The part that changes by itself. */
  void figures(Context ctx) {
    frame.fragment(
        ctx, "sales-figures.jte", parameters(Asked.date(ctx).value().orElse(desk.today())));
  }

  private Map<String, Object> parameters(LocalDate date) {
    DaySales day = desk.sales().of(date);
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("day", day);
    parameters.put("chart", HourChart.of(day));
    parameters.put("today", desk.today());
    parameters.put("latest", desk.sales().latestDate());
    parameters.put("words", words);
    return parameters;
  }
}
