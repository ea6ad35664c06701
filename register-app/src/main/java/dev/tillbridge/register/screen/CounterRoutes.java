package dev.tillbridge.register.screen;

import dev.tillbridge.devices.acquirer.Behaviour;
import dev.tillbridge.devices.simulated.SimulatedDevices;
import dev.tillbridge.devices.simulated.SimulatedMsr;
import dev.tillbridge.devices.simulated.SimulatedPrinter;
import dev.tillbridge.devices.simulated.TestCard;
import dev.tillbridge.screens.live.LiveUpdates;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tampering with the simulated devices: what a hand does at a real counter. */
final class CounterRoutes {

  private static final Pattern KILOGRAMS = Pattern.compile("\\d{1,2}(\\.\\d{1,3})?");
  private static final Pattern CARD_NUMBER = Pattern.compile("\\d{4,32}");
  private static final int HALF = 50;

  private final SimulatedDevices devices;
  private final LiveUpdates updates;

  CounterRoutes(SimulatedDevices devices, LiveUpdates updates) {
    this.devices = devices;
    this.updates = updates;
  }

  void addTo(RoutesConfig routes) {
    routes.post("/devices/scan", this::scan);
    routes.post(
        "/devices/printer/paper",
        ctx -> {
          boolean out = Boolean.parseBoolean(ctx.formParam("out"));
          devices.printer().setPaper(out ? SimulatedPrinter.Paper.OUT : SimulatedPrinter.Paper.OK);
          done(ctx);
        });
    routes.post(
        "/devices/printer/cover",
        ctx -> {
          devices.printer().setCoverOpen(Boolean.parseBoolean(ctx.formParam("open")));
          done(ctx);
        });
    routes.post(
        "/devices/drawer/close",
        ctx -> {
          devices.drawer().pushClosed();
          done(ctx);
        });
    routes.post(
        "/devices/scanner/plug",
        ctx -> {
          devices.scanner().setPlugged(Boolean.parseBoolean(ctx.formParam("in")));
          done(ctx);
        });
    routes.post("/devices/scale/load", this::load);
    routes.post(
        "/devices/card/present",
        ctx -> {
          if (Boolean.parseBoolean(ctx.formParam("presented"))) {
            devices.cardTerminal().present(TestCard.VISA);
          } else {
            devices.cardTerminal().takeCardAway();
          }
          done(ctx);
        });
    routes.post(
        "/devices/bank/next",
        ctx -> {
          devices.cardTerminal().acquirer().clearScript();
          devices.cardTerminal().acquirer().script(behaviour(ctx.formParam("answer")));
          done(ctx);
        });
    routes.post(
        "/devices/card/line",
        ctx -> {
          boolean cut = Boolean.parseBoolean(ctx.formParam("cut"));
          devices.cardTerminal().acquirer().setOutage(cut);
          done(ctx);
        });
    routes.post(
        "/devices/card/swipe",
        ctx -> ctx.json(Map.of("taken", swiped(devices.msr(), ctx.formParam("card")))));
  }

  /** Without a number it is a payment card. */
  private static boolean swiped(SimulatedMsr reader, @Nullable String card) {
    if (card != null && CARD_NUMBER.matcher(card).matches()) {
      return reader.swipe(card);
    }
    return "scratched".equals(card) ? reader.swipeBadly() : reader.swipe(TestCard.VISA);
  }

  private void load(Context ctx) {
    String kilograms = Objects.requireNonNullElse(ctx.formParam("kg"), "").strip();
    if (!KILOGRAMS.matcher(kilograms).matches()) {
      ctx.status(HttpStatus.BAD_REQUEST);
      ctx.result("The scale takes 0 to 99.999 kg; got \"" + kilograms + "\".");
      return;
    }
    devices.scale().put(new BigDecimal(kilograms));
    done(ctx);
  }

  /** What the bank makes of the next payment. */
  private static Behaviour behaviour(@Nullable String name) {
    return switch (name) {
      case "decline" -> new Behaviour.Decline("05");
      case "part" -> new Behaviour.ApprovePart(HALF);
      case "refer" -> new Behaviour.Refer();
      case "silent" -> new Behaviour.LoseAnswer();
      case null, default -> new Behaviour.Approve();
    };
  }

  private void scan(Context ctx) {
    String code = Objects.requireNonNullElse(ctx.formParam("code"), "").strip();
    boolean taken = !code.isEmpty() && devices.scanner().scan(code);
    ctx.json(Map.of("taken", taken));
  }

  private void done(Context ctx) {
    updates.changed("counter");
    ctx.json(CounterView.of(devices));
  }
}
