package dev.tillbridge.devices.simulated;

import dev.tillbridge.devices.service.DeviceService;
import jpos.JposException;
import jpos.LineDisplayConst;

/** The LineDisplay contract with one fixed window; exclusive. */
final class DisplayService extends DeviceService {

  private final SimulatedDisplay display;
  private int row;
  private int column;

  DisplayService(SimulatedDisplay display) {
    super(display, true);
    this.display = display;
  }

  public int getCapCharacterSet() throws JposException {
    requireOpen();
    return LineDisplayConst.DISP_CCS_UNICODE;
  }

  public int getCharacterSet() throws JposException {
    requireOpen();
    return LineDisplayConst.DISP_CS_UNICODE;
  }

  public int getRows() throws JposException {
    requireOpen();
    return SimulatedDisplay.ROWS;
  }

  public int getColumns() throws JposException {
    requireOpen();
    return SimulatedDisplay.COLUMNS;
  }

  public int getDeviceRows() throws JposException {
    return getRows();
  }

  public int getDeviceColumns() throws JposException {
    return getColumns();
  }

  public boolean getCursorUpdate() throws JposException {
    requireOpen();
    return true;
  }

  public int getCursorRow() throws JposException {
    synchronized (display) {
      requireOpen();
      return row;
    }
  }

  public void setCursorRow(int to) throws JposException {
    synchronized (display) {
      requireOpen();
      moveTo(to, column);
    }
  }

  public int getCursorColumn() throws JposException {
    synchronized (display) {
      requireOpen();
      return column;
    }
  }

  public void setCursorColumn(int to) throws JposException {
    synchronized (display) {
      requireOpen();
      moveTo(row, to);
    }
  }

  public void clearText() throws JposException {
    synchronized (display) {
      requireReady();
      display.clear();
      moveTo(0, 0);
    }
  }

  public void displayTextAt(int atRow, int atColumn, String data, int attribute)
      throws JposException {
    synchronized (display) {
      requireReady();
      moveTo(atRow, atColumn);
      displayText(data, attribute);
    }
  }

  /** Writes from the cursor on, wrapping; text below the last row is lost, as without scrolling. */
  public void displayText(String data, int attribute) throws JposException {
    synchronized (display) {
      requireReady();
      if (attribute != LineDisplayConst.DISP_DT_NORMAL) {
        throw illegal("blinking or reversed text");
      }
      for (int n = 0; n < data.length(); n++) {
        write(data.charAt(n));
      }
    }
  }

  private void write(char character) throws JposException {
    if (character == '\r') {
      column = 0;
      return;
    }
    if (character == '\n' || column == SimulatedDisplay.COLUMNS) {
      row = Math.min(row + 1, SimulatedDisplay.ROWS);
      column = 0;
    }
    if (character != '\n' && row < SimulatedDisplay.ROWS) {
      display.show(row, column++, character);
    }
  }

  private void moveTo(int toRow, int toColumn) throws JposException {
    if (toRow < 0
        || toRow >= SimulatedDisplay.ROWS
        || toColumn < 0
        || toColumn > SimulatedDisplay.COLUMNS) {
      throw illegal("row " + toRow + ", column " + toColumn + " of a 2 x 20 window");
    }
    row = toRow;
    column = toColumn;
  }
}
