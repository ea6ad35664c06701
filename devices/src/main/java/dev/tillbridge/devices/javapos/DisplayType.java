package dev.tillbridge.devices.javapos;

import jpos.JposException;
import jpos.LineDisplay;
import jpos.LineDisplayConst;

/** The customer display. */
final class DisplayType implements DeviceType<LineDisplay> {

  @Override
  public LineDisplay control(Runnable changed) {
    LineDisplay display = new LineDisplay();
    display.addStatusUpdateListener(_ -> changed.run());
    return display;
  }

  @Override
  public void configure(LineDisplay display) throws JposException {
    Power.watch(display.getCapPowerReporting(), display::setPowerNotify);
  }

  @Override
  public void begin(LineDisplay display) throws JposException {
    if (display.getCapMapCharacterSet()) {
      display.setMapCharacterSet(true);
    }
  }

  @Override
  public Condition look(LineDisplay display) throws JposException {
    return Power.off(display.getPowerState()) ? Condition.NOT_CONNECTED : Condition.READY;
  }

  void show(LineDisplay display, String upper, String lower) throws JposException {
    int columns = display.getColumns();
    display.displayTextAt(0, 0, padded(upper, columns), LineDisplayConst.DISP_DT_NORMAL);
    display.displayTextAt(1, 0, padded(lower, columns), LineDisplayConst.DISP_DT_NORMAL);
  }

  /** Overwrites the whole row, so that it does not flicker as clearing first would. */
  private static String padded(String text, int columns) {
    String printable = text.replaceAll("\\p{Cntrl}", " ");
    return printable.length() >= columns
        ? printable.substring(0, columns)
        : printable + " ".repeat(columns - printable.length());
  }
}
