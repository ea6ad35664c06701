package dev.tillbridge.pricebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.broker.topic.PriceBroker;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class ServeCommandTest {

  private static final Pattern SCREEN = Pattern.compile("READY price-book desk (http\\S+/), ");
  private static final String SAMPLE_PEOPLE = "../config/price-admins.properties";

  @TempDir Path dir;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private PriceBroker hq;

  @BeforeEach
  void startHq() throws IOException {
    hq = PriceBroker.start(dir);
  }

  @AfterEach
  void stopHq() {
    hq.close();
  }

  @Test
  void screenIsServedToThePeopleOfTheShippedSample() throws Exception {
    settings(
        """
        pricebook.web.port = 0
        pricebook.admins.file = %s
        """
            .formatted(Path.of(SAMPLE_PEOPLE).toAbsolutePath().normalize()));

    Thread serving = serve();
    await().until(() -> out.toString().contains("READY"));
    Matcher screen = SCREEN.matcher(out.toString());

    assertThat(screen.find()).as(out.toString()).isTrue();
    assertThat(status(screen.group(1) + "health")).isEqualTo(200);
    stop(serving);
  }

  @Test
  void withoutPeopleItOnlyPublishesWhatIsScheduled() throws Exception {
    settings("");

    Thread serving = serve();
    await().until(() -> out.toString().contains("READY"));

    assertThat(out.toString()).contains("without a screen (pricebook.admins.file)");
    stop(serving);
  }

  @Test
  void personWithAnotherRoleStopsTheStart() throws Exception {
    Files.writeString(dir.resolve("people"), "olga.name = Olga\nolga.role = accountant\n");
    settings("pricebook.admins.file = people\n");

    int code = command().execute("serve", "--config", dir.resolve("hq.properties").toString());

    assertThat(code).isEqualTo(Main.REFUSED);
    assertThat(err.toString()).contains("\"accountant\" is not one of price-admin");
  }

  private void settings(String more) throws IOException {
    Files.writeString(
        dir.resolve("hq.properties"),
        """
        data.dir = broker
        secrets.dir = secrets
        listen.port = %d
        stores = S01
        currency = GBP
        """
                .formatted(hq.port())
            + more);
  }

  private Thread serve() {
    return Thread.ofPlatform()
        .start(
            () -> command().execute("serve", "--config", dir.resolve("hq.properties").toString()));
  }

  private CommandLine command() {
    return Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
  }

  private static void stop(Thread serving) throws InterruptedException {
    serving.interrupt();
    serving.join();
  }

  private static int status(String url) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(url)).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }
}
