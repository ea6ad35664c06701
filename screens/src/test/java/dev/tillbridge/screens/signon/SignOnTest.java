package dev.tillbridge.screens.signon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tillbridge.screens.page.Page;
import dev.tillbridge.screens.page.Screens;
import dev.tillbridge.screens.page.SignOnForm;
import dev.tillbridge.screens.web.WebAddress;
import dev.tillbridge.screens.web.WebServer;
import io.javalin.config.JavalinConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class SignOnTest {

  private static final String PAGE = "Accept";
  private static final String HTML = "text/html";

  @TempDir private Path folder;
  private final SteppedClock clock = new SteppedClock();
  private SignOn signOn;
  private WebServer server;
  private Browser browser;

  @BeforeEach
  void serve() throws IOException {
    Path file = folder.resolve("people.properties");
    Files.writeString(
        file,
        "ann.name=Ann Ek\nann.role=clerk\nann.pin="
            + PasswordHash.hash("2468", new SecureRandom()).encoded());
    signOn =
        new SignOn(
            "test",
            People.read(file, Set.of(Role.CLERK)),
            new Sessions(clock, new SecureRandom(), Duration.ofMinutes(30)),
            new Attempts(clock),
            Set.of("/open"));
    server =
        WebServer.start(
            new WebAddress("web.port", "127.0.0.1", 0), JsonMapper.shared(), this::screens);
    browser = new Browser(server.url());
  }

  private void screens(JavalinConfig config) {
    signOn.guard(config.routes);
    config.routes.get(
        SignOn.PATH,
        ctx ->
            Screens.signOnPage(
                ctx,
                Page.bare("Sign on", "Test", signOn.session(ctx)),
                new SignOnForm("Sign on", "", null)));
    config.routes.post(
        SignOn.PATH,
        ctx -> {
          String person = String.valueOf(ctx.formParam("person"));
          String secret = String.valueOf(ctx.formParam("secret"));
          switch (signOn.signOn(ctx, person, secret)) {
            case SignedOn.As as -> ctx.result("Hello " + as.person().name());
            case SignedOn.Refused refused -> ctx.status(422).result(refused.message());
          }
        });
    config.routes.post("/sign-off", ctx -> signOn.signOff(ctx));
    config.routes.get("/", ctx -> ctx.result("The till of " + signOn.person(ctx).name()));
    config.routes.post("/", ctx -> ctx.result("Changed"));
    config.routes.get("/open", ctx -> ctx.result(signOn.session(ctx).csrf()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void somebodyWhoHasNotSignedOnIsSentToTheSignOnPage() {
    Browser.Answer answer = browser.get("/", PAGE, HTML);

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).endsWith("/sign-on");
    assertThat(browser.get("/sign-on").body()).contains("<h1>Sign on</h1>");
    assertThat(browser.get("/open").status()).isEqualTo(200);
  }

  /** The sign-on page would begin a session in its place. */
  @Test
  void eventsThatAreAskedForAgainAreNotSentToTheSignOnPage() {
    Browser.Answer answer = browser.get("/", PAGE, "text/event-stream");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("Location")).isEmpty();
    assertThat(answer.header("Set-Cookie")).isEmpty();
  }

  @Test
  void aProgramIsToldInJsonAndHtmxIsRedirected() {
    Browser.Answer json = browser.get("/", "Accept", "application/json");
    Browser.Answer htmx = browser.get("/", "HX-Request", "true");

    assertThat(json.status()).isEqualTo(401);
    assertThat(json.body()).contains("\"refusal\":\"Nobody is signed on here.");
    assertThat(htmx.header("HX-Redirect")).isEqualTo("/sign-on");
  }

  @Test
  void whoSignsOnSeesTheScreenUntilSigningOff() {
    Browser.Answer signedOn = browser.signOn("ann", "2468");

    assertThat(signedOn.body()).isEqualTo("Hello Ann Ek");
    assertThat(browser.get("/").body()).isEqualTo("The till of Ann Ek");
    assertThat(browser.post("/", "csrf", browser.csrf()).body()).isEqualTo("Changed");

    browser.post("/sign-off", "csrf", browser.csrf());

    assertThat(browser.get("/", PAGE, HTML).status()).isEqualTo(303);
  }

  @Test
  void signingOnChangesCookieAndToken() {
    String token = browser.csrf();
    String cookie = browser.cookie();

    browser.signOn("ann", "2468");

    assertThat(browser.csrf()).isNotEqualTo(token);
    assertThat(browser.cookie()).isNotEqualTo(cookie);
    assertThat(browser.lastSetCookie())
        .startsWith("tillbridge-test=")
        .contains("HttpOnly")
        .contains("SameSite=Strict");
  }

  @Test
  void aRequestWithoutTheTokenOfItsSessionChangesNothing() {
    browser.signOn("ann", "2468");

    assertThat(browser.post("/", "csrf", "wrong").status()).isEqualTo(403);
    assertThat(browser.post("/", "other", "field").status()).isEqualTo(403);
    assertThat(browser.post("/", "csrf", new Browser(server.url()).csrf()).status()).isEqualTo(403);
    assertThat(new Browser(server.url()).post("/", "csrf", browser.csrf()).status()).isEqualTo(403);
  }

  /** As when a page that is being left still asks for something after the session has ended. */
  @Test
  void onlyAnOpenPageBeginsASession() {
    browser.get("/");
    browser.get("/", "HX-Request", "true");

    assertThat(browser.cookie()).isEmpty();

    browser.get("/sign-on");

    assertThat(browser.cookie()).isNotEmpty();
  }

  @Test
  void aSignOnPageOfAnEndedSessionIsShownAnew() {
    String page = "text/html,application/xhtml+xml,*/*;q=0.8";

    Browser.Answer answer =
        browser.postAccepting(
            page, "/sign-on", "csrf", "of an ended session", "person", "ann", "secret", "2468");

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("Location")).endsWith("/sign-on");
    assertThat(browser.get("/", PAGE, HTML).status()).isEqualTo(303);
    assertThat(browser.postAccepting(page, "/", "csrf", "wrong").status()).isEqualTo(403);
  }

  @Test
  void theTokenMayComeInAHeader() {
    browser.signOn("ann", "2468");

    assertThat(browser.postWithHeader("/", "X-CSRF-Token", browser.csrf()).body())
        .isEqualTo("Changed");
  }

  @Test
  void aWrongPinAndAnUnknownNameAreToldApartByNobody() {
    Browser.Answer wrongPin = browser.signOn("ann", "0000");
    Browser.Answer unknown = browser.signOn("zoe", "2468");

    assertThat(wrongPin.status()).isEqualTo(422);
    assertThat(wrongPin.body()).isEqualTo(unknown.body());
  }

  @Test
  void afterFourWrongPinsEvenTheRightOneHasToWait() {
    for (int i = 0; i < 4; i++) {
      browser.signOn("ann", "000" + i);
    }

    assertThat(browser.signOn("ann", "2468").body()).contains("Wait 10s");
    clock.forward(Duration.ofSeconds(11));
    assertThat(browser.signOn("ann", "0000").status()).isEqualTo(422);
    assertThat(browser.signOn("ann", "2468").body()).contains("Wait 20s");
    clock.forward(Duration.ofSeconds(21));

    assertThat(browser.signOn("ann", "2468").body()).isEqualTo("Hello Ann Ek");
  }

  @Test
  void aSessionLeftAloneEnds() {
    browser.signOn("ann", "2468");

    clock.forward(Duration.ofMinutes(31));

    assertThat(browser.get("/", PAGE, HTML).status()).isEqualTo(303);
  }
}
