package dev.tillbridge.register.screen;

import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.storedvalue.RefundToStoredValue;
import dev.tillbridge.register.storedvalue.SellStoredValue;
import dev.tillbridge.register.storedvalue.ValueDesk;
import dev.tillbridge.register.storedvalue.WithoutCharge;
import dev.tillbridge.register.words.DoneWord;
import dev.tillbridge.register.words.Words;
import io.javalin.config.RoutesConfig;
import org.jspecify.annotations.Nullable;

/** Gift certificates and store credits. */
final class StoredValueRoutes {

  private final Lane lane;
  private final ValueDesk values;
  private final Words words;

  StoredValueRoutes(Lane lane, ValueDesk values, Words words) {
    this.lane = lane;
    this.values = values;
    this.words = words;
  }

  void addTo(RoutesConfig routes, LaneCommands commands) {
    commands.add(
        routes,
        "/lane/stored-value/sell",
        form -> lane.carryOut(new SellStoredValue(number(form), form.money("amount"))),
        DoneWord.VALUE_ON_TICKET);
    commands.add(
        routes,
        "/lane/stored-value/redeem",
        form ->
            values.redeem(
                form.text("number"), form.text("amount").isEmpty() ? null : form.money("amount")),
        v -> AskedWords.asking(values.told(), words));
    commands.add(
        routes,
        "/lane/stored-value/refund",
        form -> lane.carryOut(new RefundToStoredValue(number(form))),
        DoneWord.REFUND_ON_CREDIT);
    commands.add(
        routes,
        "/lane/charge/{line}/remove",
        form -> lane.carryOut(new WithoutCharge(form.line())),
        DoneWord.CHARGE_OFF);
  }

  private static @Nullable String number(FormValues form) {
    return form.text("number").isEmpty() ? null : form.text("number");
  }
}
