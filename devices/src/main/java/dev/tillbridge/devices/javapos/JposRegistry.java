package dev.tillbridge.devices.javapos;

import dev.tillbridge.devices.simulated.SimulatedServiceFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import jpos.JposConst;
import jpos.JposException;
import jpos.config.JposEntry;
import jpos.config.JposEntryRegistry;
import jpos.config.simple.xml.SimpleXmlRegPopulator;
import jpos.loader.JposServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * One jpos.xml's entries in the JVM's only JavaPOS registry.
 *
 * <p>A changed file is read again before the next opening, so that a device added to it is found
 * without a restart.
 */
final class JposRegistry {

  /** One state of the file; its time alone does not tell apart what was written at once. */
  private record Edition(FileTime changed, long bytes) {}

  private final Path jposXml;
  private Edition readAs = new Edition(FileTime.fromMillis(0), 0);
  private List<JposEntry> entries = List.of();

  JposRegistry(Path jposXml) {
    this.jposXml = jposXml;
  }

  /**
   * Registers the file's entry of that name.
   *
   * @return whether software serves it
   * @throws JposException JPOS_E_NOEXIST when the file is unreadable or has no such entry
   */
  boolean register(String logicalName) throws JposException {
    synchronized (JposRegistry.class) {
      JposEntry entry = entry(logicalName);
      registry().modifyJposEntry(logicalName, entry);
      return SimulatedServiceFactory.class
          .getName()
          .equals(entry.getPropertyValue(JposEntry.SI_FACTORY_CLASS_PROP_NAME));
    }
  }

  /** A property of the file's entry of that name; null when the entry does not set it. */
  @Nullable String property(String logicalName, String property) throws JposException {
    synchronized (JposRegistry.class) {
      Object value = entry(logicalName).getPropertyValue(property);
      return value == null ? null : value.toString();
    }
  }

  private JposEntry entry(String logicalName) throws JposException {
    readWhenChanged();
    for (JposEntry entry : entries) {
      if (logicalName.equals(entry.getLogicalName())) {
        return entry;
      }
    }
    throw new JposException(
        JposConst.JPOS_E_NOEXIST, jposXml + " has no usable entry " + logicalName + ".");
  }

  private void readWhenChanged() throws JposException {
    Edition changed;
    try {
      changed = new Edition(Files.getLastModifiedTime(jposXml), Files.size(jposXml));
    } catch (IOException e) {
      throw new JposException(JposConst.JPOS_E_NOEXIST, jposXml + " cannot be read.", e);
    }
    if (changed.equals(readAs)) {
      return;
    }
    SimpleXmlRegPopulator populator = new SimpleXmlRegPopulator();
    populator.load(jposXml.toString());
    List<JposEntry> read = new ArrayList<>();
    for (Object entry : Collections.list(populator.getEntries())) {
      read.add((JposEntry) entry);
    }
    if (read.isEmpty() && populator.getLastLoadException() != null) {
      throw new JposException(
          JposConst.JPOS_E_NOEXIST,
          jposXml + " is not a valid jpos.xml: " + populator.getLastLoadException().getMessage());
    }
    entries = List.copyOf(read);
    readAs = changed;
  }

  private JposEntryRegistry registry() {
    // Otherwise JavaPOS looks for a serialized registry on the classpath.
    setIfAbsent("jpos.config.regPopulatorClass", SimpleXmlRegPopulator.class.getName());
    setIfAbsent("jpos.config.populatorFileURL", jposXml.toUri().toString());
    return JposServiceLoader.getManager().getEntryRegistry();
  }

  private static void setIfAbsent(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
