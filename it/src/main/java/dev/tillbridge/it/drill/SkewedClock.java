package dev.tillbridge.it.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The system's clock, off by what a file says: milliseconds, as text. */
final class SkewedClock extends Clock {

  private final Path file;
  private final ZoneId zone;

  SkewedClock(Path file) {
    this(file, ZoneOffset.UTC);
  }

  private SkewedClock(Path file, ZoneId zone) {
    this.file = file;
    this.zone = zone;
  }

  /** Sets the clocks that read this file. */
  static void set(Path file, Duration skew) {
    try {
      Path draft = file.resolveSibling(file.getFileName() + ".tmp");
      Files.writeString(draft, Long.toString(skew.toMillis()));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
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
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new SkewedClock(file, other);
  }
}
