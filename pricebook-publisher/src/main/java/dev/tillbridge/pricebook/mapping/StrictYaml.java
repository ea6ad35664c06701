package dev.tillbridge.pricebook.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a YAML file into a record: keys in kebab case, none unknown, none twice. */
public final class StrictYaml {

  private static final long BYTES_MAX = 16L << 20;

  private final YAMLMapper mapper;

  /** Understands what these modules add. */
  public StrictYaml(JacksonModule... modules) {
    mapper =
        YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(
                new SimpleModule("moments").addDeserializer(LocalDateTime.class, new Moments()))
            .addModules(modules)
            .build();
  }

  /**
   * Reads the file.
   *
   * @throws InvalidMapping naming the line, the key and what is allowed
   * @throws IOException when the file cannot be read
   */
  public <T> T read(Path file, Class<T> type) throws IOException {
    if (Files.size(file) > BYTES_MAX) {
      throw new InvalidMapping(
          "%s has %,d bytes; at most %,d are read. It was not used."
              .formatted(file, Files.size(file), BYTES_MAX));
    }
    return read(Files.readString(file), file.toString(), type);
  }

  /** Reads a text; {@code name} is what messages call it. */
  public <T> T read(String yaml, String name, Class<T> type) {
    try {
      @Nullable T value = mapper.readValue(yaml, type);
      if (value == null) {
        throw new InvalidMapping(name + " is empty. It was not used.");
      }
      return value;
    } catch (JacksonException e) {
      throw new InvalidMapping("%s%s: %s".formatted(name, where(e, yaml), reason(e)), e);
    }
  }

  private static String where(JacksonException e, String yaml) {
    int line = e.getLocation() == null ? -1 : e.getLocation().getLineNr();
    if (line <= 0 && e instanceof UnrecognizedPropertyException unknown) {
      line = onlyLineOf(unknown.getPropertyName(), yaml);
    }
    String path =
        e.getPath().stream()
            .map(step ->
                step.getPropertyName() == null
                    ? "[" + (step.getIndex() + 1) + "]"
                    : "." + step.getPropertyName())
            .collect(Collectors.joining());
    String key = path.startsWith(".") ? path.substring(1) : path;
    return (line > 0 ? ", line " + line : "") + (key.isEmpty() ? "" : ", " + key);
  }

  /** The parser no longer knows where an unknown key was; the text says it, if it is there once. */
  private static int onlyLineOf(String key, String yaml) {
    Pattern written = Pattern.compile("(^|.*[\\s{,\"'])" + Pattern.quote(key) + "[\"']?\\s*:.*");
    List<String> lines = yaml.lines().toList();
    int found = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (written.matcher(lines.get(i)).matches()) {
        if (found > 0) {
          return -1;
        }
        found = i + 1;
      }
    }
    return found;
  }

  private static String reason(JacksonException e) {
    return switch (e) {
      case UnrecognizedPropertyException unknown ->
          "unknown key; allowed here: "
              + unknown.getKnownPropertyIds().stream()
                  .map(String::valueOf)
                  .sorted()
                  .collect(Collectors.joining(", "))
              + ".";
      case InvalidFormatException format when format.getTargetType().isEnum() ->
          "\"%s\" is not known; allowed: %s."
              .formatted(format.getValue(), names(format.getTargetType()));
      case ValueInstantiationException value
          when value.getCause() instanceof IllegalArgumentException ->
          message(value.getCause());
      case ValueInstantiationException value -> "a value is missing here" + named(value.getCause());
      case InvalidTypeIdException kind when kind.getTypeId() != null ->
          "\"%s\" is not known; %s.".formatted(kind.getTypeId(), knownKinds(kind));
      case MismatchedInputException mismatch when !(mismatch instanceof InvalidFormatException) ->
          "what stands here does not fit: " + firstSentence(mismatch);
      default -> String.valueOf(e.getOriginalMessage());
    };
  }

  private static String message(@Nullable Throwable cause) {
    return cause == null ? "" : String.valueOf(cause.getMessage());
  }

  /** Our own checks name what is missing; the JDK's words help nobody here. */
  private static String named(@Nullable Throwable cause) {
    String message = message(cause);
    return message.endsWith(" is missing") ? ": " + message : "";
  }

  private static String knownKinds(InvalidTypeIdException e) {
    String message = String.valueOf(e.getOriginalMessage());
    int known = message.indexOf('[', message.indexOf("known type ids"));
    int end = message.indexOf(']', known);
    return known < 0 || end < 0
        ? "see the documentation"
        : "allowed: " + message.substring(known + 1, end);
  }

  private static String firstSentence(MismatchedInputException e) {
    String message = String.valueOf(e.getOriginalMessage());
    int classNames = message.indexOf(" (");
    return classNames < 0 ? message : message.substring(0, classNames);
  }

  private static String names(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .collect(Collectors.joining(", "));
  }
}
