package dev.tillbridge.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillbridge.broker.node.FreePort;
import dev.tillbridge.model.configuration.InvalidSetting;
import dev.tillbridge.register.lane.LaneView;
import dev.tillbridge.register.lane.Outcome;
import dev.tillbridge.register.lane.Refusal;
import dev.tillbridge.register.lane.Scan;
import dev.tillbridge.screens.signon.PasswordHash;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole register in this process, with no store server to reach. */
class RegisterTest {

  private static final Money FLOAT = Money.parse("GBP 100.00");

  @TempDir Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    Files.createDirectory(folder.resolve("secrets"));
    Files.writeString(folder.resolve("secrets/S01-R01.password"), "secret of the lane");
    Files.writeString(
        folder.resolve("operators.properties"),
        "1001.name = Ann\n1001.role = clerk\n1001.pin = "
            + PasswordHash.hash("1234", new SecureRandom()).encoded());
    writeSettings("");
  }

  @Test
  void itStartsWithoutAStoreAndKeepsItsDrawerOverARestart() {
    LaneView before;
    try (Register register = start()) {
      assertThat(register.lane().signOn("1001", "4321")).isInstanceOf(Outcome.Refused.class);
      assertThat(register.lane().signOn("1001", "1234")).isInstanceOf(Outcome.Done.class);
      assertThat(register.lane().openDrawer(FLOAT)).isInstanceOf(Outcome.Done.class);
      Outcome scan = register.lane().scan(Scan.of("71053"));
      assertThat(((Outcome.Refused) scan).refusal()).isInstanceOf(Refusal.NoPriceBook.class);
      before = register.lane().view();
    }

    try (Register register = start()) {
      assertThat(register.lane().view().drawer()).isEqualTo(before.drawer());
      assertThat(register.lane().view().journal()).isEqualTo(before.journal());
      assertThat(register.lane().view().operator()).isNull();
    }
  }

  @Test
  void itsScreenAndFiguresAnswer() throws Exception {
    try (Register register = start();
        HttpClient browser = HttpClient.newHttpClient()) {
      assertThat(get(browser, register.url() + "lane.json").body()).contains("\"S01-R01\"");
      assertThat(get(browser, register.url() + "metrics").body())
          .contains("tillbridge_journal_sequence 0.0")
          .contains("tillbridge_hq_watermark 0.0")
          .contains("tillbridge_hq_on_the_way 0.0")
          .contains("tillbridge_disk_free_bytes ")
          .contains("tillbridge_clock_offset_seconds NaN")
          .contains("tillbridge_pricebook_version 0.0");
    }
  }

  @Test
  void aMisspeltKeyStopsTheStart() throws IOException {
    writeSettings("strore.name = Harbour Street\n");

    assertThatThrownBy(this::start)
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining("strore.name");
  }

  @Test
  void aMissingOperatorsFileStopsTheStartAndLeavesTheDirectoryFree() throws IOException {
    Path operators = folder.resolve("operators.properties");
    String content = Files.readString(operators);
    Files.delete(operators);

    assertThatThrownBy(this::start)
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining("operators.properties");
    Files.writeString(operators, content);

    start().close();
  }

  @Test
  void aTakenPortStopsTheStartAndLeavesTheDirectoryFree() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      writeSettings("web.port = " + taken.getLocalPort() + "\n");

      assertThatThrownBy(this::start)
          .isInstanceOf(InvalidSetting.class)
          .hasMessageContaining(Integer.toString(taken.getLocalPort()));
    }

    start().close();
  }

  private Register start() {
    return Register.start(
        RegisterSettings.read(folder.resolve("register.properties")), Clock.systemUTC());
  }

  private void writeSettings(String more) throws IOException {
    String web = more.contains("web.port") ? "" : "web.port = " + FreePort.next() + "\n";
    Files.writeString(
        folder.resolve("register.properties"),
        """
        store.id = S01
        register.id = R01
        data.dir = data
        secrets.dir = secrets
        uplink.host = 127.0.0.1
        uplink.port = %d
        operators.file = operators.properties
        """
                .formatted(FreePort.next())
            + web
            + more);
  }

  private static HttpResponse<String> get(HttpClient browser, String url) throws Exception {
    return browser.send(
        HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
  }
}
