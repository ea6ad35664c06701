package dev.tillbridge.devices.simulated;

import dev.tillbridge.devices.acquirer.SimulatedAcquirer;
import java.time.Clock;

/** A card terminal in front of a customer who may take their time, with a line to an acquirer. */
public final class SimulatedCardTerminal extends SimulatedDevice {

  private TestCard card = TestCard.VISA;
  private boolean presented = true;
  private SimulatedAcquirer acquirer = SimulatedAcquirer.inMemory(Clock.systemUTC());

  SimulatedCardTerminal(String logicalName) {
    super(logicalName);
  }

  /** Holds a card to it, now and for every payment from here on. */
  public synchronized void present(TestCard card) {
    this.card = card;
    presented = true;
    notifyAll();
  }

  /** The customer looks for a card: payments wait until one is presented. */
  public synchronized void takeCardAway() {
    presented = false;
  }

  public synchronized boolean presented() {
    return presented;
  }

  public synchronized TestCard card() {
    return card;
  }

  /** The acquirer at the other end of its line. */
  public synchronized SimulatedAcquirer acquirer() {
    return acquirer;
  }

  synchronized void connect(SimulatedAcquirer acquirer) {
    this.acquirer = acquirer;
  }

  @Override
  protected synchronized String condition() {
    return plugged() ? "ready" : "not connected";
  }

  @Override
  void repaired() {
    acquirer.setOutage(false);
    acquirer.clearScript();
    present(TestCard.VISA);
  }
}
