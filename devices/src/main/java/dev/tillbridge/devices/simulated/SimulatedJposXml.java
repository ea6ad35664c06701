package dev.tillbridge.devices.simulated;

import dev.tillbridge.devices.peripherals.DeviceKind;
import dev.tillbridge.model.identity.LaneId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes the jpos.xml of a lane whose devices are all simulated. */
public final class SimulatedJposXml {

  /** A fast thermal printer. */
  public static final Duration USUAL_LINE_TIME = Duration.ofMillis(15);

  private SimulatedJposXml() {}

  /** As {@link #write(Path, LaneId, Path, Duration)}, at a thermal printer's usual speed. */
  public static void write(Path file, LaneId lane, Path outputFolder) {
    write(file, lane, outputFolder, USUAL_LINE_TIME);
  }

  /**
   * Replaces {@code file}.
   *
   * @param outputFolder where printer.log is written
   * @param lineTime how long a printed line takes
   */
  public static void write(Path file, LaneId lane, Path outputFolder, Duration lineTime) {
    String entries =
        Arrays.stream(DeviceKind.values())
            .map(kind -> entry(kind, lane, outputFolder, lineTime))
            .collect(Collectors.joining());
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(
          file,
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<JposEntries>\n"
              + entries
              + "</JposEntries>\n");
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot write " + file + "; check the folder and its disk.", e);
    }
  }

  /** Whether all devices that a jpos.xml has for this lane are simulated. */
  public static boolean isAllSimulated(Path file, LaneId lane) {
    Pattern factory =
        Pattern.compile(
            "<JposEntry\\s+logicalName=\"%s/.*?factoryClass=\"(.*?)\""
                .formatted(Pattern.quote(lane.toString())),
            Pattern.DOTALL);
    try {
      List<String> factories =
          factory.matcher(Files.readString(file)).results().map(each -> each.group(1)).toList();
      return !factories.isEmpty()
          && factories.stream().allMatch(SimulatedServiceFactory.class.getName()::equals);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file + "; check the file and its disk.", e);
    }
  }

  private static String entry(DeviceKind kind, LaneId lane, Path outputFolder, Duration lineTime) {
    return """
      <JposEntry logicalName="%s">
        <creation factoryClass="%s" serviceClass="%s"/>
        <vendor name="Tillbridge" url=""/>
        <jpos category="%s" version="1.15"/>
        <product name="Simulated %s" description="A device made of software" url=""/>
        <prop name="%s" type="String" value="%s"/>
        <prop name="%s" type="String" value="%d"/>
      </JposEntry>
    """
        .formatted(
            kind.logicalName(lane),
            SimulatedServiceFactory.class.getName(),
            SimulatedServiceFactory.class.getName(),
            kind.category(),
            kind.clerkName(),
            SimulatedServiceFactory.OUTPUT_FOLDER,
            attribute(outputFolder.toAbsolutePath().toString()),
            SimulatedServiceFactory.LINE_MILLIS,
            lineTime.toMillis());
  }

  private static String attribute(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
