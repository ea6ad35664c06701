package dev.tillbridge.register.screen;

import dev.tillbridge.devices.acquirer.Behaviour;
import dev.tillbridge.devices.simulated.SimulatedDevices;
import dev.tillbridge.devices.simulated.SimulatedPrinter;
import dev.tillbridge.screens.live.LiveUpdates;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tampering with the simulated devices: what a hand does at a real counter. */
final class CounterRoutes {

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
        "/devices/bank/line",
        ctx -> {
          devices.cardTerminal().acquirer().setOutage(Boolean.parseBoolean(ctx.formParam("away")));
          done(ctx);
        });
    routes.post(
        "/devices/bank/next",
        ctx -> {
          devices.cardTerminal().acquirer().clearScript();
          devices.cardTerminal().acquirer().script(behaviour(ctx.formParam("answer")));
          done(ctx);
        });
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
