package dev.tillbridge.hq.web;

import dev.tillbridge.hq.books.DaySales;
import dev.tillbridge.hq.books.PriceCriteria;
import dev.tillbridge.hq.books.TrialBalance;
import dev.tillbridge.hq.stream.ConsumerStatus;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** The pages' figures as JSON; money is text such as {@code "GBP 2.55"}. */
final class Data {

  private final Desk desk;

  Data(Desk desk) {
    this.desk = desk;
  }

  void sales(Context ctx) {
    date(ctx)
        .ifPresent(date -> {
          DaySales day = desk.sales().of(date);
          Map<String, Object> answer = new LinkedHashMap<>();
          answer.put("date", day.date());
          answer.put("sales", day.tickets().sales());
          answer.put("returns", day.tickets().returns());
          answer.put("exchanges", day.tickets().exchanges());
          answer.put("withoutGoods", day.tickets().withoutGoods());
          answer.put("net", day.net());
          answer.put("tax", day.tax());
          answer.put("total", day.total());
          answer.put("hours", day.hours());
          ctx.json(answer);
        });
  }

  void streams(Context ctx) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("consumer", desk.consumer().get());
    answer.put("waiting", desk.waiting().getAsLong());
    answer.put("suspense", desk.streams().suspended());
    answer.put("exceptions", desk.exceptions().open());
    answer.put("registers", desk.streams().streams());
    ctx.json(answer);
  }

  void trialBalance(Context ctx) {
    date(ctx)
        .ifPresent(date -> {
          TrialBalance balance = desk.trialBalance().asOf(date);
          Map<String, Object> answer = new LinkedHashMap<>();
          answer.put("asOf", balance.asOf());
          answer.put("transactions", balance.transactions());
          answer.put("debits", balance.debits());
          answer.put("credits", balance.credits());
          answer.put("balanced", balance.balanced());
          answer.put("lines", balance.lines());
          ctx.json(answer);
        });
  }

  void prices(Context ctx) {
    Asked<LocalDate> asked = Asked.date(ctx);
    if (asked.refusal() != null) {
      ctx.status(HttpStatus.BAD_REQUEST).json(Map.of("refusal", asked.refusal()));
      return;
    }
    PriceCriteria criteria =
        new PriceCriteria(asked.value().orElse(null), Asked.text(ctx, "store"));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("versions", desk.prices().versions());
    answer.put("registers", desk.prices().registers());
    answer.put("check", desk.prices().summary(criteria));
    answer.put("differences", desk.prices().findings(criteria));
    answer.put("byHand", desk.byHand().given(criteria));
    ctx.json(answer);
  }

  /** 200 while the stream is being posted and the database answers, 503 otherwise. */
  void health(Context ctx) {
    ConsumerStatus.State state = desk.consumer().get().state();
    boolean database = desk.books().answers();
    boolean healthy = database && state == ConsumerStatus.State.POSTING;
    ctx.status(healthy ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE);
    ctx.json(Map.of("healthy", healthy, "consumer", state, "database", database));
  }

  private java.util.Optional<LocalDate> date(Context ctx) {
    Asked<LocalDate> asked = Asked.date(ctx);
    if (asked.refusal() != null) {
      ctx.status(HttpStatus.BAD_REQUEST).json(Map.of("refusal", asked.refusal()));
      return java.util.Optional.empty();
    }
    return java.util.Optional.of(asked.value().orElse(desk.today()));
  }
}
