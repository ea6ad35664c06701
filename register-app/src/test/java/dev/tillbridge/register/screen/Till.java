package dev.tillbridge.register.screen;

import dev.tillbridge.broker.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A clerk's browser, or another program, at a register's web address. */
final class Till implements AutoCloseable {

  record Answer(HttpResponse<String> response) {

    int status() {
      return response.statusCode();
    }

    String body() {
      return response.body();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
      return Wire.JSON.readTree(body());
    }

    String refusal() {
      return json().path("refusal").asString("");
    }
  }

  private final URI root;
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  Till(String url) {
    root = URI.create(url);
  }

  /** Signs on and opens the drawer with 100.00. */
  static Till selling(String url) {
    Till till = new Till(url);
    till.json("/sign-on", "operator", "ann", "pin", "1111");
    till.json("/drawer/open", "float", "100");
    return till;
  }

  Answer get(String path, String... headers) {
    return send(request(path, headers));
  }

  JsonNode lane() {
    return get("/lane.json").json();
  }

  /** A command as another program gives it. */
  Answer json(String path, String... fields) {
    return post(path, "Accept", "application/json", fields);
  }

  /** A command as the page's keys give it. */
  Answer htmx(String path, String... fields) {
    return post(path, "HX-Request", "true", fields);
  }

  /** A form sent without script. */
  Answer form(String path, String... fields) {
    return post(path, "Accept", "text/html", fields);
  }

  private Answer post(String path, String header, String value, String... fields) {
    StringBuilder form = new StringBuilder("csrf=").append(lane().path("csrf").asString());
    for (int i = 0; i < fields.length; i += 2) {
      form.append('&').append(fields[i]).append('=');
      form.append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return send(
        request(path, header, value)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
  }

  /** What a page is sent that shows this revision of the lane. */
  Answer parts(String shownRevision) {
    return get("/lane/parts", TillView.SHOWN, shownRevision);
  }

  /** Of the page as it is now. */
  String shownRevision() {
    Matcher revision =
        Pattern.compile("data-revision=\"([0-9a-f]+-\\d+)\"").matcher(get("/").body());
    return revision.find() ? revision.group(1) : "";
  }

  /** The revision after this one. */
  static String next(String revision) {
    String[] parts = revision.split("-", 2);
    return parts[0] + "-" + (Long.parseLong(parts[1]) + 1);
  }

  /** Lines of the live updates as they come. */
  List<String> live() {
    List<String> seen = new CopyOnWriteArrayList<>();
    client
        .sendAsync(
            request("/lane/events", "Accept", "text/event-stream").build(),
            HttpResponse.BodyHandlers.ofLines())
        .thenAcceptAsync(answer -> answer.body().forEach(seen::add));
    return seen;
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
