package dev.tillbridge.screens.signon;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One browser's session. Anybody's browser has one, so that the sign-on form carries a CSRF token
 * too; {@code person} tells whether somebody has signed on.
 *
 * @param id the cookie's value: 256 random bits
 * @param csrf what each of its changing requests must carry
 */
public record Session(String id, String csrf, @Nullable Person person, Instant lastSeen) {

  boolean carries(@Nullable String token) {
    return token != null
        && MessageDigest.isEqual(
            csrf.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }

  Session seen(Instant now) {
    return new Session(id, csrf, person, now);
  }

  /** Never shows its secrets. */
  @Override
  public String toString() {
    return "Session of " + (person == null ? "nobody" : person.id());
  }
}
