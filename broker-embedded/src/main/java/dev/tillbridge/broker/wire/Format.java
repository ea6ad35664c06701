package dev.tillbridge.broker.wire;

import java.util.function.BiFunction;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/** One kind of message: its bytes from its value, and its value from its bytes. Thread-safe. */
public final class Format<T> {

  private final String name;
  private final BiFunction<Integer, T, ? extends Envelope<T>> wrap;
  private final ObjectReader reader;
  private final ObjectWriter writer;

  Format(
      String name,
      Class<? extends Envelope<T>> envelope,
      BiFunction<Integer, T, ? extends Envelope<T>> wrap) {
    this.name = name;
    this.wrap = wrap;
    this.reader = Wire.JSON.readerFor(envelope);
    this.writer = Wire.JSON.writerFor(envelope);
  }

  /** The exact bytes to hash, store and send. */
  public byte[] encode(T value) {
    return writer.writeValueAsBytes(wrap.apply(Wire.VERSION, value));
  }

  /** Reads bytes from anyone: never throws, whatever they hold. */
  public Decoded<T> decode(byte[] bytes) {
    try {
      Envelope<T> read = reader.readValue(bytes);
      return read.v() == Wire.VERSION ? new Decoded.Read<>(read.content()) : unknown(read.v());
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      return versionOr(bytes, new Decoded.Unreadable<>(reason(e)));
    }
  }

  private Decoded<T> versionOr(byte[] bytes, Decoded<T> unreadable) {
    try {
      JsonNode version = Wire.JSON.readTree(bytes).path("v");
      return version.isInt() && version.intValue() != Wire.VERSION
          ? unknown(version.intValue())
          : unreadable;
    } catch (JacksonException e) {
      return unreadable;
    }
  }

  private Decoded<T> unknown(int version) {
    return new Decoded.UnknownVersion<>(
        version,
        "This %s has version %d and this program reads version %d: update this program."
            .formatted(name, version, Wire.VERSION));
  }

  private String reason(RuntimeException e) {
    String message =
        e instanceof JacksonException json
            ? json.getOriginalMessage()
            : String.valueOf(e.getMessage());
    return "This %s cannot be read: %s".formatted(name, message);
  }
}
