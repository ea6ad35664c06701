package dev.tillbridge.it.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The system's clock, off by what a file says: milliseconds, as text. */
final class SkewedClock extends Clock {

  private final Path file;

  SkewedClock(Path file) {
    this.file = file;
  }

  /** Sets the clocks that read this file. */
  static void set(Path file, Duration skew) {
    try {
      Path draft = file.resolveSibling(file.getFileName() + ".tmp");
      Files.writeString(draft, Long.toString(skew.toMillis()));
      Files.move(draft, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new IllegalStateException("The clock file " + file + " cannot be written: " + e, e);
    }
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(skew());
  }

  private Duration skew() {
    try {
      return Files.exists(file)
          ? Duration.ofMillis(Long.parseLong(Files.readString(file).strip()))
          : Duration.ZERO;
    } catch (IOException e) {
      throw new IllegalStateException("The clock file " + file + " cannot be read: " + e, e);
    }
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(instant(), zone);
  }
}
