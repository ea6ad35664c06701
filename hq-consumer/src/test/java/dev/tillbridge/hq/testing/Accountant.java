package dev.tillbridge.hq.testing;

import dev.tillbridge.screens.signon.PasswordHash;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An accountant with a browser, signed on or not. */
public final class Accountant {

  private static final String[] BROWSER = {"Accept", "text/html"};
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

  private static final Pattern HIDDEN =
      Pattern.compile("type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  private final URI root;
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  public Accountant(String url) {
    this.root = URI.create(url);
  }

  /** Writes a people file with her in it, and Mara, the manager, with the same password. */
  public static Path people(Path folder) throws IOException {
    String hash = PasswordHash.hash("correct horse", new SecureRandom()).encoded();
    return Files.writeString(
        folder.resolve("accountants.properties"),
        "olga.name = Olga\nolga.role = accountant\nolga.password = "
            + hash
            + "\nmara.name = Mara\nmara.role = manager\nmara.password = "
            + hash
            + "\n");
  }

  public Accountant signOn() {
    return signOn("olga");
  }

  public Accountant signOn(String person) {
    String answer =
        post("/sign-on", "person=" + person + "&secret=" + encoded("correct horse")).body();
    if (!answer.contains("Sign off")) {
      throw new AssertionError("Not signed on: " + answer);
    }
    return this;
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send(
        HttpRequest.newBuilder(root.resolve(path)).headers(headers.length > 0 ? headers : BROWSER));
  }

  /** Posts with the CSRF token of the sign-on page. */
  public HttpResponse<String> post(String path, String form) {
    Matcher csrf = CSRF.matcher(get("/sign-on").body());
    if (!csrf.find()) {
      throw new AssertionError("No CSRF token on the sign-on page.");
    }
    return postBare(path, "csrf=" + encoded(csrf.group(1)) + "&" + form);
  }

  /** Fills in and sends a form of a page, with the hidden fields that stand in it. */
  public HttpResponse<String> send(String page, String action, String filledIn) {
    return postBare(action, hiddenFields(get(page).body(), action) + filledIn);
  }

  /** The hidden fields of a form, ready to be sent. */
  public static String hiddenFields(String html, String action) {
    int start = html.indexOf("action=\"" + action + "\"");
    if (start < 0) {
      throw new AssertionError("No form for " + action + " in " + html);
    }
    String form = html.substring(start, html.indexOf("</form>", start));
    StringBuilder fields = new StringBuilder();
    Matcher hidden = HIDDEN.matcher(form);
    while (hidden.find()) {
      fields.append(hidden.group(1)).append('=').append(encoded(hidden.group(2))).append('&');
    }
    return fields.toString();
  }

  public HttpResponse<String> postBare(String path, String form) {
    return send(
        HttpRequest.newBuilder(root.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
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

  /** As it stands in a form or an address. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
