package dev.tillbridge.pricebook.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** The mappings to choose from: the YAML files of one folder. */
final class MappingFolder {

  private static final int SHOWN_MAX = 200;
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,59}";

  private final Path dir;

  MappingFolder(Path dir) {
    this.dir = dir;
  }

  /** Names in alphabetical order; none when the folder is not there. */
  List<String> names() {
    if (!Files.isDirectory(dir)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(dir)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml") || name.endsWith(".yml"))
          .sorted()
          .limit(SHOWN_MAX)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot read the mappings in " + dir + ": " + e.getMessage(), e);
    }
  }

  /**
   * The text of one of them.
   *
   * @throws IllegalArgumentException when it is none of {@link #names}
   */
  String text(String name) {
    if (!names().contains(name)) {
      throw new IllegalArgumentException(
          "There is no mapping \"%s\" in %s. Nothing was checked.".formatted(name, dir));
    }
    try {
      return Files.readString(dir.resolve(name));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "Cannot read the mapping %s: %s. Nothing was checked."
              .formatted(dir.resolve(name), e.getMessage()),
          e);
    }
  }

  /**
   * Keeps a new one; an existing one is never overwritten.
   *
   * @return its name
   * @throws IllegalArgumentException when the name is taken or cannot be one
   */
  String keep(String name, String text) {
    String file = name.endsWith(".yaml") || name.endsWith(".yml") ? name : name + ".yaml";
    if (!file.matches(NAME)) {
      throw new IllegalArgumentException(
          "\"%s\" is no name for a mapping: letters, digits, dots and dashes, at most 60. It was not kept."
              .formatted(name));
    }
    try {
      Files.createDirectories(dir);
      Files.writeString(dir.resolve(file), text, StandardOpenOption.CREATE_NEW);
      return file;
    } catch (FileAlreadyExistsException e) {
      throw new IllegalArgumentException(
          "A mapping %s exists already and stays as it is. Give another name.".formatted(file), e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "Cannot write %s: %s. It was not kept.".formatted(dir.resolve(file), e.getMessage()), e);
    }
  }
}
