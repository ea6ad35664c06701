package dev.tillbridge.devices.simulated;

import dev.tillbridge.devices.service.DeviceService;
import java.util.Arrays;
import jpos.JposConst;
import jpos.JposException;
import jpos.MSRConst;
import jpos.events.DataEvent;
import jpos.events.ErrorEvent;
import jpos.services.EventCallbacks;

/** The MSR contract for a reader of track 2 that parses nothing; exclusive. */
final class MsrService extends DeviceService {

  /** Swipes the application has not taken yet; at this number the reader takes no more. */
  static final int SWIPES_WAITING_MAX = 10;

  private final SimulatedMsr msr;
  private boolean autoDisable;
  private boolean decodeData = true;
  private int tracksToRead = MSRConst.MSR_TR_2;
  private byte[] track2 = new byte[0];

  MsrService(SimulatedMsr msr) {
    super(msr, true);
    this.msr = msr;
  }

  public boolean getCapISO() throws JposException {
    requireOpen();
    return true;
  }

  public boolean getAutoDisable() throws JposException {
    synchronized (msr) {
      requireOpen();
      return autoDisable;
    }
  }

  public void setAutoDisable(boolean disable) throws JposException {
    synchronized (msr) {
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

  public boolean getDecodeData() throws JposException {
    synchronized (msr) {
      requireOpen();
      return decodeData;
    }
  }

  public void setDecodeData(boolean decode) throws JposException {
    synchronized (msr) {
      requireOpen();
      decodeData = decode;
    }
  }

  public boolean getParseDecodeData() throws JposException {
    requireOpen();
    return false;
  }

  public void setParseDecodeData(boolean parse) throws JposException {
    requireOpen();
    if (parse) {
      throw illegal("parsing a card into number, name and date");
    }
  }

  public int getErrorReportingType() throws JposException {
    requireOpen();
    return MSRConst.MSR_ERT_CARD;
  }

  public void setErrorReportingType(int type) throws JposException {
    requireOpen();
    if (type != MSRConst.MSR_ERT_CARD) {
      throw illegal("reporting errors track by track");
    }
  }

  public int getTracksToRead() throws JposException {
    synchronized (msr) {
      requireOpen();
      return tracksToRead;
    }
  }

  public void setTracksToRead(int tracks) throws JposException {
    synchronized (msr) {
      requireOpen();
      if (tracks < MSRConst.MSR_TR_NONE || tracks > MSRConst.MSR_TR_1_2_3_4) {
        throw illegal("tracks " + tracks);
      }
      tracksToRead = tracks;
    }
  }

  public byte[] getTrack1Data() throws JposException {
    requireOpen();
    return new byte[0];
  }

  public byte[] getTrack2Data() throws JposException {
    synchronized (msr) {
      requireOpen();
      return (tracksToRead & MSRConst.MSR_TR_2) == 0 ? new byte[0] : track2.clone();
    }
  }

  public byte[] getTrack3Data() throws JposException {
    return getTrack1Data();
  }

  public byte[] getTrack4Data() throws JposException {
    return getTrack1Data();
  }

  public void clearInput() throws JposException {
    requireOpen();
    events().clearInput();
  }

  public void clearInputProperties() throws JposException {
    remember(new byte[0]);
  }

  @Override
  public void close() throws JposException {
    super.close();
    remember(new byte[0]);
  }

  /** Reads a card, unless disabled or full; the track is this service's from here on. */
  boolean take(byte[] track) {
    boolean taken =
        read(to -> {
          remember(track);
          to.fireDataEvent(new DataEvent(to.getEventSource(), track.length << 8));
        });
    if (!taken) {
      Arrays.fill(track, (byte) 0);
    }
    return taken;
  }

  boolean misread() {
    return read(to -> {
      remember(new byte[0]);
      to.fireErrorEvent(
          new ErrorEvent(
              to.getEventSource(),
              JposConst.JPOS_E_EXTENDED,
              MSRConst.JPOS_EMSR_PARITY,
              JposConst.JPOS_EL_INPUT,
              JposConst.JPOS_ER_CLEAR));
    });
  }

  private interface Delivery {
    void to(EventCallbacks control);
  }

  private boolean read(Delivery delivery) {
    synchronized (msr) {
      try {
        if (!getDeviceEnabled() || events().inputWaiting() >= SWIPES_WAITING_MAX) {
          return false;
        }
        EventCallbacks to = control();
        events().addInput(() -> delivery.to(to));
        if (autoDisable) {
          setDeviceEnabled(false);
        }
        return true;
      } catch (JposException closedMeanwhile) {
        return false;
      }
    }
  }

  private void remember(byte[] track) {
    synchronized (msr) {
      Arrays.fill(track2, (byte) 0);
      track2 = track;
    }
  }
}
