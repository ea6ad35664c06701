package dev.tillbridge.it.lane;

import dev.tillbridge.broker.wire.Wire;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/** One register's web contract over one kept-alive connection. For one thread. */
public final class Register implements AutoCloseable {

  private static final Duration ANSWER_WAIT_MAX = Duration.ofSeconds(20);
  private static final Pattern SHOWN = Pattern.compile("data-revision=\"([^\"]+)\"");
  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  private final URI address;
  private final HttpClient http;
  private @Nullable String csrf;
  private String shown = "0-0";

  public Register(URI address) {
    this.address = address;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .cookieHandler(new CookieManager())
            .build();
  }

  /** The lane as it is now; works without anybody signed on. */
  public LaneState state() throws LaneGone {
    return remember(read(get("/lane.json"), new TypeReference<LaneState>() {}));
  }

  /** Everything in the journal after that sequence; somebody must be signed on. */
  public List<JournalLine> journalAfter(long sequence) throws LaneGone {
    List<JournalLine> all = new ArrayList<>();
    long after = sequence;
    while (true) {
      List<JournalLine> page =
          read(get("/journal.json?after=" + after), new TypeReference<List<JournalLine>>() {});
      if (page.isEmpty()) {
        return all;
      }
      all.addAll(page);
      after = page.getLast().sequence();
    }
  }

  /** Carries out a command and returns the lane after it; a refusal is in the state. */
  public LaneState command(String path, Map<String, String> fields) throws LaneGone {
    return remember(read(post(request(path), fields), new TypeReference<LaneState>() {}));
  }

  /** The same as the register's page asks for it: its answer is what changed on the page. */
  public void commandOfPage(String path, Map<String, String> fields) throws LaneGone {
    rememberShown(post(pageRequest(path), fields));
  }

  /** Opens the page or a panel of it, as a browser does. */
  public void openPage(String path) throws LaneGone {
    rememberShown(send(pageRequest(path).GET().build()));
  }

  private HttpRequest.Builder pageRequest(String path) {
    return request(path)
        .setHeader("Accept", "text/html")
        .header("HX-Request", "true")
        .header("X-Shown-Revision", shown);
  }

  private void rememberShown(String html) {
    Matcher revision = SHOWN.matcher(html);
    if (revision.find()) {
      shown = revision.group(1);
    }
  }

  private LaneState remember(LaneState state) {
    csrf = state.csrf();
    return state;
  }

  private String get(String path) throws LaneGone {
    return send(request(path).GET().build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address.resolve(path))
        .timeout(ANSWER_WAIT_MAX)
        .header("Accept", "application/json");
  }

  private String post(HttpRequest.Builder request, Map<String, String> fields) throws LaneGone {
    return send(
        request
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-CSRF-Token", csrf == null ? state().csrf() : csrf)
            .POST(HttpRequest.BodyPublishers.ofString(form(fields)))
            .build());
  }

  private String send(HttpRequest request) throws LaneGone {
    HttpResponse<String> response;
    try {
      response = http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      csrf = null;
      throw new LaneGone("No answer from " + request.uri() + ": " + e + ".", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while asking " + request.uri() + ".", e);
    }
    if (response.statusCode() == UNAUTHORIZED || response.statusCode() == FORBIDDEN) {
      // The register was started again and knows this session no more.
      csrf = null;
      throw new LaneGone("Signed off at " + request.uri() + ": " + response.body());
    }
    if (response.statusCode() != OK) {
      throw new IllegalStateException(
          "%s %s answered %d: %s"
              .formatted(request.method(), request.uri(), response.statusCode(), response.body()));
    }
    return response.body();
  }

  private <T> T read(String json, TypeReference<T> type) {
    try {
      return Wire.JSON.readValue(json, type);
    } catch (JacksonException e) {
      throw new IllegalStateException(
          "The register at " + address + " answered what is not its contract: " + json, e);
    }
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field ->
            field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  @Override
  public void close() {
    http.close();
  }
}
