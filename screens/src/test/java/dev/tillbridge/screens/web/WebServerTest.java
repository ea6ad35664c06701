package dev.tillbridge.screens.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tillbridge.model.configuration.InvalidSetting;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class WebServerTest {

  private static final WebAddress ANY_PORT = new WebAddress("web.port", "127.0.0.1", 0);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/nothing-here",
        "/tillbridge.css",
        "/tillbridge.svg",
        "/webjars/htmx.org/2.0.10/dist/htmx.min.js",
        "/webjars/htmx-ext-sse/2.2.2/sse.js"
      })
  void everyAnswerCarriesTheSecurityHeaders(String path) throws Exception {
    try (WebServer server = start(ANY_PORT)) {
      HttpResponse<String> answer = get(server, path);

      assertThat(answer.statusCode()).isEqualTo(path.equals("/nothing-here") ? 404 : 200);
      assertThat(answer.headers().allValues("Content-Security-Policy"))
          .isEqualTo(List.of(SecurityHeaders.CONTENT_SECURITY_POLICY));
      assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(answer.headers().firstValue("Server")).isEmpty();
    }
  }

  @Test
  void whatChangesIsNeverStoredByABrowser() throws Exception {
    try (WebServer server = start(ANY_PORT)) {
      assertThat(get(server, "/").headers().firstValue("Cache-Control")).hasValue("no-store");
    }
  }

  @Test
  void aTakenPortIsNamedWithItsSetting() {
    try (WebServer first = start(ANY_PORT)) {
      WebAddress taken = new WebAddress("web.port", "127.0.0.1", first.port());

      assertThatThrownBy(() -> start(taken))
          .isInstanceOf(InvalidSetting.class)
          .hasMessageContaining("127.0.0.1:" + first.port())
          .hasMessageContaining("set web.port to a free port");
    }
  }

  @Test
  void jsonIsWrittenByTheMapperGiven() throws Exception {
    try (WebServer server = start(ANY_PORT)) {
      assertThat(get(server, "/json").body()).isEqualTo("{\"lane\":\"S01-R01\"}");
    }
  }

  private record Answer(String lane) {}

  private static WebServer start(WebAddress address) {
    return WebServer.start(
        address,
        JsonMapper.shared(),
        config -> {
          config.routes.get("/", ctx -> ctx.result("Till"));
          config.routes.get("/json", ctx -> ctx.json(new Answer("S01-R01")));
        });
  }

  private static HttpResponse<String> get(WebServer server, String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(server.url()).resolve(path)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
