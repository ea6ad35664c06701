package dev.tillbridge.it.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How one program is started.
 *
 * @param name what people call it, for example {@code register S01-R01}
 * @param log where its output goes; appended to by every start
 * @param heapMiB heap of its JVM, taken at the start and in large pages where the system has them,
 *     so that nobody waits for memory page by page and what it takes does not grow
 */
public record Recipe(String name, String mainClass, List<String> arguments, Path log, int heapMiB) {

  private static final List<String> QUIET_CONSOLE =
      List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

  /** Further options of every program's JVM, parted by spaces; none unless it is set. */
  public static final String MORE_OPTIONS = "tillbridge.program.options";

  /** File of the JVM's cache for quick starts; none unless it is set. */
  private static final String START_CACHE = "tillbridge.start.cache";

  public Recipe {
    arguments = List.copyOf(arguments);
  }

  /** The command line: this JVM's own java and class path. */
  List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(java());
    command.addAll(QUIET_CONSOLE);
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-Xms" + heapMiB + "m",
            "-Xmx" + heapMiB + "m",
            "-XX:+UseTransparentHugePages",
            "-XX:+AlwaysPreTouch"));
    command.add("-Djava.awt.headless=true");
    command.add("-Dfile.encoding=UTF-8");
    String cache = System.getProperty(START_CACHE);
    if (cache != null) {
      command.addAll(
          List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:aot+codecache+stubs=off"));
    }
    Stream.of(System.getProperty(MORE_OPTIONS, "").split(" ", -1))
        .filter(option -> !option.isEmpty())
        .forEach(command::add);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(mainClass);
    command.addAll(arguments);
    return command;
  }

  private static String java() {
    Optional<String> running = ProcessHandle.current().info().command();
    return running.orElseGet(
        () -> String.join(File.separator, System.getProperty("java.home"), "bin", "java"));
  }
}
