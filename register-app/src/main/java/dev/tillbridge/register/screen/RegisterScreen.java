package dev.tillbridge.register.screen;

import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.register.elsewhere.Told;
import dev.tillbridge.register.lane.Lane;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.screens.live.LiveUpdates;
import dev.tillbridge.screens.page.Screens;
import dev.tillbridge.screens.signon.SessionGuard;
import dev.tillbridge.screens.signon.Sessions;
import dev.tillbridge.screens.web.WebAddress;
import dev.tillbridge.screens.web.WebServer;
import io.javalin.config.JavalinConfig;
import io.javalin.http.staticfiles.Location;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The register's running web screen. Closing it leaves the lane as it is. */
public final class RegisterScreen implements AutoCloseable {

  /** A browser left alone for longer has to sign on again; the ticket stays. */
  static final Duration SESSION_IDLE_MAX = Duration.ofHours(4);

  private static final Screens TEMPLATES = new Screens("dev.tillbridge.register.templates");

  private final WebServer server;
  private final LiveUpdates updates;
  private final Lane.Listening listening;
  private final Ticker ticker;

  private RegisterScreen(
      WebServer server, LiveUpdates updates, Lane.Listening listening, Ticker ticker) {
    this.server = server;
    this.updates = updates;
    this.listening = listening;
    this.ticker = ticker;
  }

  /**
   * Serves the screen.
   *
   * @throws dev.tillbridge.model.configuration.InvalidSetting when the port is taken
   */
  public static RegisterScreen start(WebAddress address, ScreenParts parts) {
    Lane lane = parts.lane();
    SessionGuard guard =
        new SessionGuard(
            lane.view().lane().toString(),
            new Sessions(parts.clock(), parts.random(), SESSION_IDLE_MAX),
            Set.of("/lane.json", "/metrics", "/status"),
            new SignedOnHere(lane));
    TillView view = new TillView(TEMPLATES, parts);
    LiveUpdates updates = new LiveUpdates(view.live());
    WebServer server =
        WebServer.start(
            address,
            Wire.JSON,
            config -> {
              addStaticFiles(config);
              guard.guard(config.routes);
              new TillRoutes(TEMPLATES, parts, guard, view, updates).addTo(config.routes);
              LaneCommands commands = new LaneCommands(TEMPLATES, parts, guard, view);
              new LaneRoutes(TEMPLATES, parts, guard, view, commands).addTo(config.routes);
              new DrawerRoutes(parts, commands).addTo(config.routes);
              new PaymentRoutes(lane, parts.cards(), commands).addTo(config.routes);
              new DocumentRoutes(parts, commands).addTo(config.routes);
              new PanelRoutes(TEMPLATES, parts, view).addTo(config.routes);
              new ReturnRoutes(lane, parts.desks().receipts()).addTo(config.routes, commands);
              new CustomerRoutes(lane, parts.desks().customers()).addTo(config.routes, commands);
              new StoredValueRoutes(lane, parts.desks().values(), parts.words())
                  .addTo(config.routes, commands);
              new OffsiteRoutes(parts).addTo(config.routes, commands);
              new TrainingRoutes(parts).addTo(config.routes, commands);
              if (parts.simulated() != null) {
                new CounterRoutes(parts.simulated(), updates).addTo(config.routes);
              }
            });
    parts.desks().onTold(told -> say(told, lane, updates));
    parts.desks().shared().onChange(() -> updates.changed(TillView.OTHERS));
    List<String> ofTheLane =
        view.live().keySet().stream().filter(part -> !part.equals(TillView.OTHERS)).toList();
    Lane.Listening listening = lane.onChange(changed -> show(changed, ofTheLane, updates));
    parts.link().onChange(status -> updates.changed("status"));
    return new RegisterScreen(
        server, updates, listening, Ticker.start(view.live(), updates, lane::lookAround));
  }

  /** Why something asked elsewhere came to nothing, wherever the clerk is by now. */
  private static void say(Told told, Lane lane, LiveUpdates updates) {
    if (told instanceof Told.NotPossible not) {
      lane.refuse(not.why());
    } else {
      updates.changed("lane");
    }
  }

  /** Pages of somebody who has just been signed off are not told anything any more. */
  private static void show(LaneView changed, List<String> ofTheLane, LiveUpdates updates) {
    if (changed.operator() == null) {
      updates.disconnectAll();
    } else {
      ofTheLane.forEach(updates::changed);
    }
  }

  private static void addStaticFiles(JavalinConfig config) {
    config.staticFiles.add(files -> {
      files.hostedPath = "/static";
      files.directory = "/register-web";
      files.location = Location.CLASSPATH;
    });
  }

  /** Where a browser on this machine finds it. */
  public String url() {
    return server.url();
  }

  @Override
  public void close() {
    listening.close();
    ticker.close();
    updates.close();
    server.close();
  }
}
