package dev.tillbridge.devices.simulated;

import dev.tillbridge.devices.peripherals.DeviceKind;
import dev.tillbridge.model.identity.LaneId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import jpos.config.JposEntry;
import jpos.config.simple.xml.SimpleXmlRegPopulator;
import jpos.loader.JposServiceLoader;

/** A lane of its own for one test, its entries in the JVM's JavaPOS registry. */
record SimulatedLane(LaneId id, SimulatedDevices devices) {

  private static final AtomicInteger LANES = new AtomicInteger();

  static SimulatedLane register(Path folder) {
    LaneId id = new LaneId("T02", "R" + LANES.incrementAndGet());
    Path jposXml = folder.resolve("jpos.xml");
    SimulatedJposXml.write(jposXml, id, folder, Duration.ZERO);
    System.setProperty("jpos.config.regPopulatorClass", SimpleXmlRegPopulator.class.getName());
    SimpleXmlRegPopulator populator = new SimpleXmlRegPopulator();
    populator.load(jposXml.toString());
    for (Object entry : Collections.list(populator.getEntries())) {
      JposServiceLoader.getManager().getEntryRegistry().addJposEntry((JposEntry) entry);
    }
    return new SimulatedLane(id, SimulatedDevices.of(id));
  }

  String name(DeviceKind kind) {
    return kind.logicalName(id);
  }
}
