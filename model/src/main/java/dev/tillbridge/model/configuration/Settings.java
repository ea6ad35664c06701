package dev.tillbridge.model.configuration;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A settings file in Java properties format, UTF-8.
 *
 * <p>Ask for every key, then call {@link #refuseUnknownKeys()}: a key nobody asked for is a typing
 * error and stops the start. Relative paths are resolved against the file's folder.
 */
public final class Settings {

  private final Path file;
  private final Properties values;
  private final TreeSet<String> known = new TreeSet<>();

  private Settings(Path file, Properties values) {
    this.file = file;
    this.values = values;
  }

  /**
   * Reads the file.
   *
   * @throws InvalidSetting when it cannot be read
   */
  public static Settings read(Path file) {
    Properties values = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      values.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidSetting(
          "Cannot read the settings file " + file.toAbsolutePath() + ": " + e.getMessage() + ".");
    }
    return new Settings(file.toAbsolutePath().normalize(), values);
  }

  /** The text of a key that must be there. */
  public String text(String key) {
    String value = optionalText(key);
    if (value == null) {
      throw new InvalidSetting(file + ": the key \"" + key + "\" is missing.");
    }
    return value;
  }

  /** The text of a key, or the default. */
  public String text(String key, String defaultValue) {
    String value = optionalText(key);
    return value == null ? defaultValue : value;
  }

  /** The text of a key, null when it is absent or empty. */
  public @Nullable String optionalText(String key) {
    known.add(key);
    String value = values.getProperty(key);
    return value == null || value.isBlank() ? null : value.strip();
  }

  /** A whole number within bounds, or the default. */
  public int integer(String key, int defaultValue, int lowest, int highest) {
    String value = text(key, Integer.toString(defaultValue));
    try {
      int number = Integer.parseInt(value);
      if (number >= lowest && number <= highest) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, with the bounds
    }
    throw wrong(key, value, "a whole number from " + lowest + " to " + highest);
  }

  /** A TCP port. */
  public int port(String key, int defaultValue) {
    return integer(key, defaultValue, 1, 65_535);
  }

  /** A path that must be given, resolved against the file's folder. */
  public Path path(String key) {
    return resolve(text(key));
  }

  /** A path, or the default resolved against the file's folder. */
  public Path path(String key, String defaultValue) {
    return resolve(text(key, defaultValue));
  }

  /** A comma-separated list without blanks; empty when the key is absent. */
  public List<String> list(String key) {
    return Arrays.stream(text(key, "").split(","))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /** A value read by a parser that throws IllegalArgumentException with what is allowed. */
  public <T> T parsed(String key, String value, Function<String, T> parser) {
    try {
      return parser.apply(value);
    } catch (RuntimeException e) {
      throw wrong(key, value, String.valueOf(e.getMessage()));
    }
  }

  /**
   * The content of a secret's file, without surrounding blanks.
   *
   * @throws InvalidSetting when it cannot be read or is empty
   */
  public static String secret(Path file) {
    try {
      String secret = Files.readString(file).strip();
      if (!secret.isEmpty()) {
        return secret;
      }
      throw new InvalidSetting("The secret file " + file + " is empty: write the password in it.");
    } catch (IOException e) {
      throw new InvalidSetting(
          "Cannot read the secret file " + file + ": it must hold the password and be readable.");
    }
  }

  /**
   * Call when all keys have been asked for.
   *
   * @throws InvalidSetting naming the first key that nobody asked for, and those allowed
   */
  public void refuseUnknownKeys() {
    for (String key : new TreeSet<>(values.stringPropertyNames())) {
      if (!known.contains(key)) {
        throw new InvalidSetting(
            file
                + ": unknown key \""
                + key
                + "\". Allowed here: "
                + String.join(", ", known)
                + ".");
      }
    }
  }

  /** Leaves the keys that begin like this to another program that reads the same file. */
  public void leave(String prefix) {
    values.stringPropertyNames().stream().filter(key -> key.startsWith(prefix)).forEach(known::add);
  }

  /** The error for a value that is not allowed. */
  public InvalidSetting wrong(String key, String value, String allowed) {
    return new InvalidSetting(
        file + ": " + key + " = \"" + value + "\" is not allowed; expected " + allowed + ".");
  }

  private Path resolve(String value) {
    Path parent = file.getParent();
    return parent == null ? Path.of(value) : parent.resolve(value).normalize();
  }
}
