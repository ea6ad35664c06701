package dev.tillbridge.screens.signon;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import io.javalin.http.SameSite;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every route of a web server: session, CSRF token, signed on or not. Who may sign on
 * is for {@link SignOn} to say, or for the caller of {@link #admit}.
 */
public final class SessionGuard {

  /** Where somebody who has not signed on is sent. */
  public static final String SIGN_ON = "/sign-on";

  private static final String SESSION = "tillbridge.session";
  private static final Set<HandlerType> READS = Set.of(HandlerType.GET, HandlerType.HEAD);
  private static final Set<String> ALWAYS_OPEN = Set.of(SIGN_ON, "/health");

  private final String cookie;
  private final Sessions sessions;
  private final Set<String> open;
  private final Predicate<Person> stillSignedOn;

  /**
   * @param screen name of this web server, in its cookie's name: browsers share cookies between the
   *     ports of a host
   * @param open paths anybody may read, besides sign-on, style and scripts; one ending in / opens
   *     all below it
   */
  public SessionGuard(String screen, Sessions sessions, Set<String> open) {
    this(screen, sessions, open, person -> true);
  }

  /**
   * @param stillSignedOn false for a person who was signed off elsewhere; asked on every request
   */
  public SessionGuard(
      String screen, Sessions sessions, Set<String> open, Predicate<Person> stillSignedOn) {
    this.stillSignedOn = stillSignedOn;
    this.cookie = "tillbridge-" + screen;
    this.sessions = sessions;
    this.open = Set.copyOf(open);
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
    // Only a page anybody may open begins a session: the cookie of a late answer to a page that is
    // being left would take the place of the next page's.
    if (session == null && reads && isOpen(ctx.path())) {
      session = begin(ctx, null);
    }
    if (session != null && session.person() != null && !stillSignedOn.test(session.person())) {
      session = sessions.signOff(session);
    }
    if (session != null) {
      ctx.attribute(SESSION, session);
    }
    if (!reads
        && (session == null || isStrangersUpload(session, ctx) || !session.carries(token(ctx)))) {
      refuse(
          ctx,
          HttpStatus.FORBIDDEN,
          "This request did not come from a page of this session; nothing was changed. Load the"
              + " page again and sign on.");
    } else if ((session == null || session.person() == null) && !isOpen(ctx.path())) {
      refuse(ctx, HttpStatus.UNAUTHORIZED, "Nobody is signed on here. Sign on and try again.");
    }
  }

  /** Refused unread: to look for its token the whole upload would be written to disk. */
  private boolean isStrangersUpload(Session session, Context ctx) {
    return session.person() == null && ctx.isMultipart() && !isOpen(ctx.path());
  }

  private void refuse(Context ctx, HttpStatus status, String message) {
    ctx.status(status);
    if (ctx.header("HX-Request") != null) {
      ctx.header("HX-Redirect", SIGN_ON);
    } else if (wantsJson(ctx)) {
      ctx.json(Map.of("refusal", message));
    } else if (isForSignOn(ctx, status)) {
      ctx.redirect(SIGN_ON, HttpStatus.SEE_OTHER);
    } else {
      ctx.result(message);
    }
    ctx.skipRemainingHandlers();
  }

  /**
   * A page nobody is signed on for, or the sign-on page of a session that ended meanwhile. What a
   * page asks for by itself, events for one, is not sent there: the sign-on page begins a session,
   * whose cookie would come late.
   */
  private static boolean isForSignOn(Context ctx, HttpStatus status) {
    String accept = ctx.header("Accept");
    return accept != null
        && accept.contains("text/html")
        && (status == HttpStatus.UNAUTHORIZED
            ? READS.contains(ctx.method())
            : ctx.path().equals(SIGN_ON));
  }

  /** True when the caller wants JSON instead of HTML. */
  public static boolean wantsJson(Context ctx) {
    String accept = ctx.header("Accept");
    return accept != null && accept.contains("application/json");
  }

  /** Gives the person, whose secret has been verified, a new session with a new CSRF token. */
  public void admit(Context ctx, Person person) {
    sessions.end(session(ctx));
    ctx.attribute(SESSION, begin(ctx, person));
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
}
