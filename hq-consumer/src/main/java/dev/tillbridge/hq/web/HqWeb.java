package dev.tillbridge.hq.web;

import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.hq.database.BooksAway;
import dev.tillbridge.screens.signon.Attempts;
import dev.tillbridge.screens.signon.People;
import dev.tillbridge.screens.signon.Sessions;
import dev.tillbridge.screens.signon.SignOn;
import dev.tillbridge.screens.web.WebAddress;
import dev.tillbridge.screens.web.WebServer;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.staticfiles.Location;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;

/** HQ's web server. */
public final class HqWeb implements AutoCloseable {

  private static final Duration IDLE_MAX = Duration.ofHours(8);
  private static final String METRICS = "/metrics";

  private final WebServer server;

  private HqWeb(WebServer server) {
    this.server = server;
  }

  /**
   * Starts serving.
   *
   * @throws dev.tillbridge.model.configuration.InvalidSetting when the port is taken
   */
  public static HqWeb start(
      WebAddress address, Desk desk, People accountants, PrometheusMeterRegistry meters) {
    SignOn signOn =
        new SignOn(
            "hq",
            accountants,
            new Sessions(desk.clock(), new SecureRandom(), IDLE_MAX),
            new Attempts(desk.clock()),
            Set.of(METRICS));
    return new HqWeb(
        WebServer.start(
            address,
            Wire.JSON,
            config -> configure(config, new Frame(signOn, desk), desk, signOn, meters)));
  }

  private static void configure(
      JavalinConfig config, Frame frame, Desk desk, SignOn signOn, PrometheusMeterRegistry meters) {
    config.staticFiles.add(files -> {
      files.hostedPath = "/static";
      files.directory = "/hq-static";
      files.location = Location.CLASSPATH;
    });
    RoutesConfig routes = config.routes;
    signOn.guard(routes);
    routes.exception(BooksAway.class, new AwayPage(frame)::show);
    SignOnPages signOnPages = new SignOnPages(signOn, frame);
    routes.get(SignOn.PATH, signOnPages::form);
    routes.post(SignOn.PATH, signOnPages::signOn);
    routes.post("/sign-off", signOnPages::signOff);
    pages(routes, frame, desk);
    data(routes, new Data(desk));
    routes.get(
        METRICS, ctx -> ctx.contentType("text/plain; version=0.0.4").result(meters.scrape()));
  }

  private static void pages(RoutesConfig routes, Frame frame, Desk desk) {
    Words words = new Words(desk.zone(), desk.clock());
    SalesPage sales = new SalesPage(desk, frame, words);
    StreamPage stream = new StreamPage(desk, frame, words);
    TicketsPage tickets = new TicketsPage(desk, frame, words);
    routes.get("/", sales::page);
    routes.get("/sales/figures", sales::figures);
    routes.get("/registers", ctx -> ctx.redirect(StreamPage.SECTION));
    routes.get(StreamPage.SECTION, stream::page);
    routes.get("/stream/state", stream::state);
    routes.get(TrialBalancePage.SECTION, new TrialBalancePage(desk, frame, words)::page);
    routes.get(TicketsPage.SECTION, tickets::search);
    routes.get("/tickets/{entry}", tickets::ticket);
    routes.get(PricesPage.SECTION, new PricesPage(desk, frame, words)::page);
    DocumentsPage documents = new DocumentsPage(desk, frame, words);
    routes.get(DocumentsPage.SECTION, documents::search);
    routes.get("/documents/{id}", documents::document);
    routes.post("/documents/{id}/seen", documents::seen);
    PeoplePages people = new PeoplePages(desk, frame, words);
    routes.get(PeoplePages.CUSTOMERS, people::customers);
    routes.get(PeoplePages.STORED_VALUE, people::storedValue);
    EventsPage events = new EventsPage(desk, frame, words);
    routes.get(EventsPage.SECTION, events::all);
    routes.get("/events/{id}", events::event);
    routes.get("/status", frame::statusFragment);
    exceptions(routes, frame, desk, words);
  }

  private static void exceptions(RoutesConfig routes, Frame frame, Desk desk, Words words) {
    SuspensePage suspense = new SuspensePage(desk, frame, words);
    RemarkPages remarks = new RemarkPages(desk, frame, words);
    LifePage life = new LifePage(desk, frame, words);
    routes.get(ExceptionsPage.SECTION, new ExceptionsPage(desk, frame, words)::page);
    routes.get("/exceptions/suspense/{id}", suspense::page);
    routes.get("/exceptions/suspense/{id}/bytes", suspense::bytes);
    routes.post("/exceptions/suspense/{id}/try-again", suspense::tryAgain);
    routes.post("/exceptions/suspense/{id}/repair", suspense::repair);
    routes.post("/exceptions/suspense/{id}/difference", suspense::difference);
    routes.post("/exceptions/suspense/{id}/release", suspense::release);
    routes.get("/exceptions/conflict/{id}", remarks::conflict);
    routes.post("/exceptions/conflict/{id}/seen", remarks::conflictSeen);
    routes.get("/exceptions/finding/{id}", remarks::finding);
    routes.post("/exceptions/finding/{id}/seen", remarks::findingSeen);
    routes.get("/exceptions/alarm/{id}", remarks::alarm);
    routes.post("/exceptions/alarm/{id}/seen", remarks::alarmSeen);
    routes.get("/exceptions/card/{id}", remarks::card);
    routes.post("/exceptions/card/{id}/seen", remarks::cardSeen);
    routes.get("/stream/{lane}/{epoch}", life::page);
    routes.post("/stream/{lane}/{epoch}/approve", life::approve);
    routes.post("/stream/{lane}/{epoch}/refuse", life::refuse);
    routes.post("/stream/{lane}/{epoch}/close", life::close);
  }

  private static void data(RoutesConfig routes, Data data) {
    routes.get("/sales.json", data::sales);
    routes.get("/stream.json", data::streams);
    routes.get("/trial-balance.json", data::trialBalance);
    routes.get("/prices.json", data::prices);
    routes.get("/health", data::health);
  }

  public String url() {
    return server.url();
  }

  @Override
  public void close() {
    server.close();
  }
}
