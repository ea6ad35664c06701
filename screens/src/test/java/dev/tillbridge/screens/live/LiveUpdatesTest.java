package dev.tillbridge.screens.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tillbridge.screens.web.WebAddress;
import dev.tillbridge.screens.web.WebServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LiveUpdatesTest {

  private final AtomicInteger waiting = new AtomicInteger(37);
  private final LiveUpdates updates =
      new LiveUpdates(Map.of("status", () -> waiting.get() + " tickets\nwaiting"));
  private final WebServer server =
      WebServer.start(
          new WebAddress("web.port", "127.0.0.1", 0),
          JsonMapper.shared(),
          config -> config.routes.sse("/events", updates::connect));
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<String> seen = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    client.shutdownNow();
    updates.close();
    server.close();
  }

  @Test
  void aPageIsSentWhatIsAndThenWhatChanges() {
    listen();
    await().until(() -> seen.contains("data: 37 tickets"));
    assertThat(seen).contains("event: status", "data: waiting");

    waiting.set(38);
    updates.changed("status");

    await().until(() -> seen.contains("data: 38 tickets"));
  }

  @Test
  void aPageThatGoesAwayIsForgotten() {
    listen();
    await().until(() -> updates.count() == 1);

    client.shutdownNow();

    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> {
          updates.changed("status");
          return updates.count() == 0;
        });
  }

  @Test
  void stoppingDoesNotWaitForOpenPages() {
    listen();
    await().until(() -> updates.count() == 1);

    long start = System.nanoTime();
    updates.close();
    server.close();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
  }

  private void listen() {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url() + "events"))
            .header("Accept", "text/event-stream")
            .build();
    client
        .sendAsync(request, HttpResponse.BodyHandlers.ofLines())
        .thenAccept(answer -> answer.body().forEach(seen::add));
  }
}
