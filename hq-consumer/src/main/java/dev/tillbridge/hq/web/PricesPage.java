package dev.tillbridge.hq.web;

import dev.tillbridge.hq.books.PriceCriteria;
import dev.tillbridge.hq.books.PriceFinding;
import dev.tillbridge.hq.books.PriceReport;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Price books, who has which, and tickets that were not charged by theirs. */
final class PricesPage {

  static final String SECTION = "/prices";

  private final Desk desk;
  private final Frame frame;
  private final Words words;

  PricesPage(Desk desk, Frame frame, Words words) {
    this.desk = desk;
    this.frame = frame;
    this.words = words;
  }

  void page(Context ctx) {
    Asked<LocalDate> date = Asked.date(ctx);
    String store = Asked.text(ctx, "store");
    PriceCriteria asked =
        new PriceCriteria(
            date.value().orElse(null), store == null ? null : store.toUpperCase(Locale.ROOT));
    PriceReport prices = desk.prices();
    List<PriceFinding> findings = prices.findings(asked);
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("asked", asked);
    parameters.put("refusal", date.refusal() == null ? "" : date.refusal());
    parameters.put("versions", prices.versions());
    parameters.put("registers", prices.registers());
    parameters.put("summary", prices.summary(asked));
    parameters.put("findings", findings.stream().limit(PriceReport.FOUND_MAX).toList());
    parameters.put("more", findings.size() > PriceReport.FOUND_MAX);
    parameters.put("byHand", desk.byHand().given(asked));
    parameters.put("words", words);
    frame.show(ctx, "Prices", SECTION, "prices.jte", parameters);
  }
}
