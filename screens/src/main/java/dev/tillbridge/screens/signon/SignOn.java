package dev.tillbridge.screens.signon;

import dev.tillbridge.screens.words.TimeWords;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Signs people of a {@link People} file on, behind a {@link SessionGuard}. */
public final class SignOn {

  /** Where somebody who has not signed on is sent. */
  public static final String PATH = SessionGuard.SIGN_ON;

  private final SessionGuard guard;
  private final People people;
  private final Attempts attempts;
  private final PasswordHash nobodys;

  /**
   * @param screen name of this web server, in its cookie's name: browsers share cookies between the
   *     ports of a host
   * @param open paths anybody may read, besides sign-on, style and scripts; one ending in / opens
   *     all below it
   */
  public SignOn(
      String screen, People people, Sessions sessions, Attempts attempts, Set<String> open) {
    this.guard = new SessionGuard(screen, sessions, open);
    this.people = people;
    this.attempts = attempts;
    // Verified for an unknown id, so that the time taken does not tell who exists.
    this.nobodys = PasswordHash.hash("", new SecureRandom());
  }

  /** Puts the guard before all routes. */
  public void guard(RoutesConfig routes) {
    guard.guard(routes);
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
              .formatted(id, TimeWords.of(wait)));
    }
    People.Known known = people.find(id);
    if (!verified(known, secret) || known == null) {
      attempts.wrong(id);
      return new SignedOn.Refused(
          "The name or the password is wrong; nobody is signed on. Check both and try again.");
    }
    attempts.right(id);
    guard.admit(ctx, known.person());
    return new SignedOn.As(known.person());
  }

  /** One at a time: each takes 19 MiB and a processor. */
  private synchronized boolean verified(People.@Nullable Known known, String secret) {
    return (known == null ? nobodys : known.secret()).verify(secret);
  }

  /** Ends the session and begins one of nobody. */
  public void signOff(Context ctx) {
    guard.signOff(ctx);
  }

  /** This request's session. */
  public Session session(Context ctx) {
    return guard.session(ctx);
  }

  /** Who is signed on; only for routes that are not open. */
  public Person person(Context ctx) {
    return guard.person(ctx);
  }

  /** True when the caller wants JSON instead of HTML. */
  public static boolean wantsJson(Context ctx) {
    return SessionGuard.wantsJson(ctx);
  }
}
