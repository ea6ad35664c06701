package dev.tillbridge.screens.signon;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** A browser without a screen: keeps its cookies, follows nothing. */
final class Browser {

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
  }

  private final URI root;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private String lastSetCookie = "";

  Browser(String url) {
    root = URI.create(url);
  }

  Answer get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  Answer post(String path, String... fields) {
    return postAccepting("*/*", path, fields);
  }

  Answer postAccepting(String accepted, String path, String... fields) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < fields.length; i += 2) {
      form.append(i == 0 ? "" : "&").append(fields[i]).append('=');
      form.append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
    }
    return send(
        HttpRequest.newBuilder(root.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", accepted)
            .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
  }

  Answer postWithHeader(String path, String name, String value) {
    return send(
        HttpRequest.newBuilder(root.resolve(path))
            .header(name, value)
            .POST(HttpRequest.BodyPublishers.noBody()));
  }

  Answer signOn(String person, String secret) {
    return post("/sign-on", "csrf", csrf(), "person", person, "secret", secret);
  }

  String csrf() {
    return get("/open").body();
  }

  String cookie() {
    return cookies.getCookieStore().getCookies().stream()
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  String lastSetCookie() {
    return lastSetCookie;
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      Answer answer =
          new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
      if (!answer.header("Set-Cookie").isEmpty()) {
        lastSetCookie = answer.header("Set-Cookie");
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
