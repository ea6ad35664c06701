package dev.tillbridge.pricebook.web;

import dev.tillbridge.broker.access.BrokerUnreachable;
import dev.tillbridge.broker.topic.UnusableTopic;
import dev.tillbridge.broker.wire.Wire;
import dev.tillbridge.pricebook.desk.PriceDesk;
import dev.tillbridge.screens.signon.Attempts;
import dev.tillbridge.screens.signon.Sessions;
import dev.tillbridge.screens.signon.SignOn;
import dev.tillbridge.screens.web.WebServer;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.staticfiles.Location;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** The price-book admin's web server. */
public final class PriceWeb implements AutoCloseable {

  /** Largest upload, list and terms together; a larger one is refused. */
  static final long UPLOAD_BYTES_MAX = 256L << 20;

  private static final Duration IDLE_MAX = Duration.ofHours(8);

  private final WebServer server;

  private PriceWeb(WebServer server) {
    this.server = server;
  }

  /**
   * Starts serving.
   *
   * @throws dev.tillbridge.model.configuration.InvalidSetting when the port is taken
   */
  public static PriceWeb start(WebSettings settings, PriceDesk desk, Clock clock) {
    SignOn signOn =
        new SignOn(
            "prices",
            settings.admins(),
            new Sessions(clock, new SecureRandom(), IDLE_MAX),
            new Attempts(clock),
            Set.of());
    Frame frame = new Frame(signOn);
    return new PriceWeb(
        WebServer.start(
            settings.address(),
            Wire.JSON,
            config -> configure(config, settings, desk, clock, signOn, frame)));
  }

  private static void configure(
      JavalinConfig config,
      WebSettings settings,
      PriceDesk desk,
      Clock clock,
      SignOn signOn,
      Frame frame) {
    config.staticFiles.add(files -> {
      files.hostedPath = "/static";
      files.directory = "/pricebook-static";
      files.location = Location.CLASSPATH;
    });
    config.jetty.multipartConfig.maxFileSize(UPLOAD_BYTES_MAX, SizeUnit.BYTES);
    config.jetty.multipartConfig.maxTotalRequestSize(UPLOAD_BYTES_MAX, SizeUnit.BYTES);
    RoutesConfig routes = config.routes;
    routes.before(PriceWeb::refuseTooLarge);
    signOn.guard(routes);
    AwayPage away = new AwayPage(frame);
    routes.exception(BrokerUnreachable.class, away::broker);
    routes.exception(UnusableTopic.class, away::broker);
    routes.exception(UncheckedIOException.class, away::disk);
    routes.exception(NotHere.class, away::notHere);
    SignOnPages signOnPages = new SignOnPages(signOn, frame);
    routes.get(SignOn.PATH, signOnPages::form);
    routes.post(SignOn.PATH, signOnPages::signOn);
    routes.post("/sign-off", signOnPages::signOff);
    routes.get("/health", ctx -> ctx.json(Map.of("healthy", true)));
    pages(routes, settings, desk, clock, frame);
  }

  private static void pages(
      RoutesConfig routes, WebSettings settings, PriceDesk desk, Clock clock, Frame frame) {
    Words words = new Words(desk.settings().zone(), clock);
    Steps steps = new Steps(frame, desk.settings().zone());
    Comparisons comparisons = new Comparisons(desk);
    StatusPage status = new StatusPage(desk, frame, steps, words, clock);
    routes.get(StatusPage.SECTION, status::page);
    routes.get("/status/state", status::state);
    routes.post("/trial/promote", status::promote);
    routes.post("/trial/withdraw", status::endTrial);
    routes.get(ProposalsPage.SECTION, new ProposalsPage(desk, frame, words)::page);
    ProposalPage proposal = new ProposalPage(desk, comparisons, frame, steps, words);
    routes.get("/proposals/{number}", proposal::page);
    routes.get("/proposals/{number}/preview", proposal::preview);
    routes.get("/proposals/{number}/changes.csv", proposal::csv);
    routes.post("/proposals/{number}/approve", proposal::approve);
    routes.post("/proposals/{number}/publish", proposal::publish);
    routes.post("/proposals/{number}/withdraw", proposal::withdraw);
    NewProposalPage fresh =
        new NewProposalPage(
            desk,
            new Drafts(desk.settings().dir().resolve("uploads"), desk.settings().currency()),
            new MappingFolder(settings.mappings()),
            frame,
            steps,
            words);
    routes.get(NewProposalPage.SECTION, fresh::page);
    routes.post(NewProposalPage.SECTION, fresh::upload);
    routes.get("/new/{draft}", fresh::draft);
    routes.get("/new/{draft}/rows.csv", fresh::rows);
    routes.post("/new/{draft}/check", fresh::check);
    routes.post("/new/{draft}/inspect", fresh::inspect);
    routes.post("/new/{draft}/keep-mapping", fresh::keepMapping);
    routes.post("/new/{draft}/propose", fresh::propose);
    VersionsPage versions = new VersionsPage(desk, comparisons, frame, steps, words);
    routes.get(VersionsPage.SECTION, versions::page);
    routes.get("/versions/compare", versions::compare);
    routes.get("/versions/{version}/rollback", versions::rollbackPage);
    routes.post("/versions/{version}/rollback", versions::rollback);
    ChangePage change = new ChangePage(desk, frame, steps);
    routes.get(ChangePage.SECTION, change::page);
    routes.post(ChangePage.SECTION, change::change);
  }

  /** Before anything of it is read. */
  private static void refuseTooLarge(Context ctx) {
    if (ctx.method().equals(HandlerType.POST)
        && ctx.isMultipart()
        && (ctx.contentLength() < 0 || ctx.contentLength() > UPLOAD_BYTES_MAX)) {
      ctx.status(HttpStatus.CONTENT_TOO_LARGE)
          .result(
              "The upload is larger than %,d MiB. Nothing was checked; go back and choose a smaller file."
                  .formatted(UPLOAD_BYTES_MAX >> 20));
      ctx.skipRemainingHandlers();
    }
  }

  public String url() {
    return server.url();
  }

  @Override
  public void close() {
    server.close();
  }
}
