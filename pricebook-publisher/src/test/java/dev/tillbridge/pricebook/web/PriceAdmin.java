package dev.tillbridge.pricebook.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A price-book admin with a browser. */
final class PriceAdmin {

  private static final String BOUNDARY = "tillbridge-boundary";
  private static final Pattern HIDDEN =
      Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  private final URI root;
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  PriceAdmin(String url) {
    this.root = URI.create(url);
  }

  static PriceAdmin signedOn(String url, String person) {
    PriceAdmin admin = new PriceAdmin(url);
    String answer =
        admin
            .submit(
                "/sign-on", "/sign-on", Map.of("person", person, "secret", PriceScreens.PASSWORD))
            .body();
    if (!answer.contains("Sign off")) {
      throw new AssertionError("Not signed on: " + answer);
    }
    return admin;
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(root.resolve(path)).header("Accept", "text/html"));
  }

  /** Fills in a form of a page and sends it. */
  HttpResponse<String> submit(String page, String action, Map<String, String> filledIn) {
    return post(action, filled(page, action, filledIn));
  }

  /** A form of a page with its hidden fields, filled in. */
  Map<String, String> filled(String page, String action, Map<String, String> filledIn) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher hidden = HIDDEN.matcher(form(get(page).body(), action));
    while (hidden.find()) {
      fields.put(hidden.group(1), hidden.group(2));
    }
    fields.putAll(filledIn);
    return fields;
  }

  private static String form(String html, String action) {
    int start = html.indexOf("method=\"post\" action=\"" + action + "\"");
    if (start < 0) {
      throw new AssertionError("No form for " + action + " in " + html);
    }
    return html.substring(start, html.indexOf("</form>", start));
  }

  HttpResponse<String> post(String action, Map<String, String> fields) {
    StringBuilder body = new StringBuilder();
    fields.forEach((name, value) ->
        body.append(body.isEmpty() ? "" : "&")
            .append(name)
            .append('=')
            .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return send(
        HttpRequest.newBuilder(root.resolve(action))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  /** Uploads a price list on the page New proposal. */
  HttpResponse<String> upload(String fileName, byte[] list, String mapping) {
    return upload(
        filled("/new", "/new", Map.of("mapping", mapping)), Map.of("list", list), fileName);
  }

  HttpResponse<String> upload(
      Map<String, String> fields, Map<String, byte[]> files, String fileName) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    fields.forEach((name, value) ->
        part(body, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8)));
    files.forEach(
        (name, bytes) -> part(body, "name=\"" + name + "\"; filename=\"" + fileName + "\"", bytes));
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(
        HttpRequest.newBuilder(root.resolve("/new"))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private static void part(ByteArrayOutputStream body, String head, byte[] content) {
    body.writeBytes(
        ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + head + "\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
