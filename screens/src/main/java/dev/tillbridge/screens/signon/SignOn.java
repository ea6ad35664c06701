package dev.tillbridge.screens.signon;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stands before every route of a web server: session, CSRF token, signed on or not. */
public final class SignOn {

  /** Where somebody who has not signed on is sent. */
  public static final String PATH = "/sign-on";

  private static final String SESSION = "tillbridge.session";
  private static final Set<HandlerType> READS = Set.of(HandlerType.GET, HandlerType.HEAD);
  private static final Set<String> ALWAYS_OPEN = Set.of(PATH, "/health");

  private final String cookie;
  private final People people;
  private final Sessions sessions;
  private final Attempts attempts;
  private final Set<String> open;
  private final PasswordHash nobodys;

  /**
   * @param screen name of this web server, in its cookie's name: browsers share cookies between the
   *     ports of a host
   * @param open paths anybody may read, besides sign-on, style and scripts; one ending in / opens
   *     all below it
   */
  public SignOn(
      String screen, People people, Sessions sessions, Attempts attempts, Set<String> open) {
    this.cookie = "tillbridge-" + screen;
    this.people = people;
    this.sessions = sessions;
    this.attempts = attempts;
    this.open = Set.copyOf(open);
    // Verified for an unknown id, so that the time taken does not tell who exists.
    this.nobodys = PasswordHash.hash("", new SecureRandom());
  }

  /** Puts the guard before all routes. */
  public void guard(RoutesConfig routes) {
    routes.before(this::check);
  }

  private void check(Context ctx) {
    if (isResource(ctx.path())) {
      return;
    }
    boolean reads = READS.contains(ctx.method());
    Session session = sessions.use(ctx.cookie(cookie)).orElse(null);
    if (session == null && reads) {
      session = begin(ctx, null);
    }
    if (session != null) {
      ctx.attribute(SESSION, session);
    }
    if (!reads && (session == null || !session.carries(token(ctx)))) {
      refuse(
          ctx,
          HttpStatus.FORBIDDEN,
          "This request did not come from a page of this session; nothing was changed. Load the"
              + " page again and sign on.");
    } else if (session != null && session.person() == null && !isOpen(ctx.path())) {
      refuse(ctx, HttpStatus.UNAUTHORIZED, "Nobody is signed on here. Sign on and try again.");
    }
  }

  private void refuse(Context ctx, HttpStatus status, String message) {
    ctx.status(status);
    if (ctx.header("HX-Request") != null) {
      ctx.header("HX-Redirect", PATH);
    } else if (wantsJson(ctx)) {
      ctx.json(Map.of("refusal", message));
    } else if (status == HttpStatus.UNAUTHORIZED && READS.contains(ctx.method())) {
      ctx.redirect(PATH, HttpStatus.SEE_OTHER);
    } else {
      ctx.result(message);
    }
    ctx.skipRemainingHandlers();
  }

  /** True when the caller wants JSON instead of HTML. */
  public static boolean wantsJson(Context ctx) {
    String accept = ctx.header("Accept");
    return accept != null && accept.contains("application/json");
  }

  /**
   * Signs the person on, in a new session with a new CSRF token.
   *
   * @param secret PIN or password
   */
  public SignedOn signOn(Context ctx, String id, String secret) {
    Duration wait = attempts.waitFor(id);
    if (!wait.isZero()) {
      return new SignedOn.Refused(
          "Too many wrong attempts for \"%s\". Wait %s, then try again; nobody is signed on."
              .formatted(id, inWords(wait)));
    }
    People.Known known = people.find(id);
    if (!verified(known, secret) || known == null) {
      attempts.wrong(id);
      return new SignedOn.Refused(
          "The name or the PIN is wrong; nobody is signed on. Check both and try again.");
    }
    attempts.right(id);
    sessions.end(session(ctx));
    ctx.attribute(SESSION, begin(ctx, known.person()));
    return new SignedOn.As(known.person());
  }

  /** One at a time: each takes 19 MiB and a processor. */
  private synchronized boolean verified(People.@Nullable Known known, String secret) {
    return (known == null ? nobodys : known.secret()).verify(secret);
  }

  /** Ends the session and begins one of nobody. */
  public void signOff(Context ctx) {
    sessions.end(session(ctx));
    ctx.attribute(SESSION, begin(ctx, null));
  }

  /** This request's session. */
  public Session session(Context ctx) {
    return Objects.requireNonNull(
        ctx.attribute(SESSION), "The sign-on guard does not stand before " + ctx.path() + ".");
  }

  /** Who is signed on; only for routes that are not open. */
  public Person person(Context ctx) {
    return Objects.requireNonNull(
        session(ctx).person(), "The path " + ctx.path() + " is open to anybody.");
  }

  private Session begin(Context ctx, @Nullable Person person) {
    Session session = sessions.open(person);
    Cookie sent = new Cookie(cookie, session.id());
    sent.setHttpOnly(true);
    sent.setSameSite(SameSite.STRICT);
    sent.setSecure(ctx.scheme().equals("https"));
    sent.setPath("/");
    ctx.cookie(sent);
    return session;
  }

  private static @Nullable String token(Context ctx) {
    String header = ctx.header("X-CSRF-Token");
    return header != null ? header : ctx.formParam("csrf");
  }

  private boolean isOpen(String path) {
    return ALWAYS_OPEN.contains(path) || matches(open, path);
  }

  private boolean isResource(String path) {
    return path.startsWith("/webjars/")
        || path.startsWith("/static/")
        || path.startsWith("/tillbridge.");
  }

  private static boolean matches(Set<String> open, String path) {
    return open.stream()
        .anyMatch(entry -> entry.endsWith("/") ? path.startsWith(entry) : path.equals(entry));
  }

  private static String inWords(Duration wait) {
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    return seconds < 60 ? seconds + " s" : (seconds / 60) + " min " + (seconds % 60) + " s";
  }
}
