package dev.tillbridge.devices.simulated;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.tillbridge.devices.service.DeviceService;
import jpos.JposException;
import jpos.ScannerConst;
import jpos.events.DataEvent;
import jpos.services.EventCallbacks;

/** The Scanner contract; exclusive. */
final class ScannerService extends DeviceService {

  /** Scans the application has not taken yet; at this number the scanner reads no more. */
  static final int SCANS_WAITING_MAX = 100;

  private final SimulatedScanner scanner;
  private boolean autoDisable;
  private boolean decodeData;
  private String lastScan = "";

  ScannerService(SimulatedScanner scanner) {
    super(scanner, true);
    this.scanner = scanner;
  }

  public boolean getAutoDisable() throws JposException {
    synchronized (scanner) {
      requireOpen();
      return autoDisable;
    }
  }

  public void setAutoDisable(boolean disable) throws JposException {
    synchronized (scanner) {
      requireOpen();
      autoDisable = disable;
    }
  }

  public boolean getDataEventEnabled() throws JposException {
    requireOpen();
    return events().inputEnabled();
  }

  public void setDataEventEnabled(boolean enabled) throws JposException {
    requireOpen();
    events().setInputEnabled(enabled);
  }

  public int getDataCount() throws JposException {
    requireOpen();
    return events().inputWaiting();
  }

  public void clearInput() throws JposException {
    requireOpen();
    events().clearInput();
  }

  public void clearInputProperties() throws JposException {
    remember("");
  }

  public boolean getDecodeData() throws JposException {
    synchronized (scanner) {
      requireOpen();
      return decodeData;
    }
  }

  public void setDecodeData(boolean decode) throws JposException {
    synchronized (scanner) {
      requireOpen();
      decodeData = decode;
    }
  }

  public byte[] getScanData() throws JposException {
    return lastScan().getBytes(ISO_8859_1);
  }

  public byte[] getScanDataLabel() throws JposException {
    return getDecodeData() ? getScanData() : new byte[0];
  }

  public int getScanDataType() throws JposException {
    return getDecodeData() ? symbology(lastScan()) : ScannerConst.SCAN_SDT_UNKNOWN;
  }

  /** Reads a code, unless disabled or full. */
  boolean take(String code) {
    synchronized (scanner) {
      try {
        if (!getDeviceEnabled() || events().inputWaiting() >= SCANS_WAITING_MAX) {
          return false;
        }
        EventCallbacks to = control();
        events()
            .addInput(() -> {
              remember(code);
              to.fireDataEvent(new DataEvent(to.getEventSource(), 0));
            });
        if (autoDisable) {
          setDeviceEnabled(false);
        }
        return true;
      } catch (JposException closedMeanwhile) {
        return false;
      }
    }
  }

  private void remember(String code) {
    synchronized (scanner) {
      lastScan = code;
    }
  }

  private String lastScan() throws JposException {
    synchronized (scanner) {
      requireOpen();
      return lastScan;
    }
  }

  private static int symbology(String code) {
    boolean digits = code.chars().allMatch(c -> c >= '0' && c <= '9');
    return switch (digits ? code.length() : 0) {
      case 8 -> ScannerConst.SCAN_SDT_EAN8;
      case 12 -> ScannerConst.SCAN_SDT_UPCA;
      case 13 -> ScannerConst.SCAN_SDT_EAN13;
      default -> ScannerConst.SCAN_SDT_Code128;
    };
  }
}
