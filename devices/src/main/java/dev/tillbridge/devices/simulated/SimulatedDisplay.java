package dev.tillbridge.devices.simulated;

import java.util.Arrays;
import java.util.List;
import jpos.JposException;

/** A customer display of two rows of twenty characters. */
public final class SimulatedDisplay extends SimulatedDevice {

  static final int ROWS = 2;
  static final int COLUMNS = 20;

  private final char[][] cells = new char[ROWS][COLUMNS];

  SimulatedDisplay(String logicalName) {
    super(logicalName);
    blank();
  }

  /** What the customer reads: two lines without trailing spaces. */
  public synchronized List<String> lines() {
    return Arrays.stream(cells).map(row -> new String(row).stripTrailing()).toList();
  }

  @Override
  protected synchronized String condition() {
    return plugged() ? "ready" : "not connected";
  }

  @Override
  void repaired() {}

  synchronized void clear() throws JposException {
    requirePlugged();
    blank();
  }

  synchronized void show(int row, int column, char character) throws JposException {
    requirePlugged();
    cells[row][column] = character;
  }

  private void blank() {
    for (char[] row : cells) {
      Arrays.fill(row, ' ');
    }
  }
}
