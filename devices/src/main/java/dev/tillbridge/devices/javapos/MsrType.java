package dev.tillbridge.devices.javapos;

import dev.tillbridge.devices.peripherals.CardSwipe;
import dev.tillbridge.devices.peripherals.DeviceKind;
import dev.tillbridge.devices.peripherals.DeviceOutcome.Fault;
import java.security.SecureRandom;
import java.util.function.Consumer;
import jpos.JposException;
import jpos.MSR;
import jpos.MSRConst;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The magnetic stripe reader: reads track 2 only, and lets no payment card's number out. */
final class MsrType implements DeviceType<MSR> {

  /** Where the key of the tokens is; null for one of this register's start. */
  interface KeyFile {
    @Nullable String path() throws JposException;
  }

  private static final Logger LOG = LoggerFactory.getLogger(MsrType.class);

  private final KeyFile keyFile;
  private final SecureRandom random;
  private final CardTokens passing;
  private volatile CardTokens tokens;
  private volatile @Nullable Consumer<CardSwipe> consumer;

  MsrType(KeyFile keyFile, SecureRandom random) {
    this.keyFile = keyFile;
    this.random = random;
    this.passing = CardTokens.passing(random);
    this.tokens = passing;
  }

  void handTo(Consumer<CardSwipe> swiped) {
    consumer = swiped;
  }

  @Override
  public MSR control(Runnable changed) {
    MSR msr = new MSR();
    msr.addDataListener(_ -> take(msr));
    msr.addErrorListener(_ -> unreadable(msr));
    msr.addStatusUpdateListener(_ -> changed.run());
    return msr;
  }

  @Override
  public void configure(MSR msr) throws JposException {
    String file = keyFile.path();
    tokens = file == null ? passing : CardTokens.of(file, random);
    Power.watch(msr.getCapPowerReporting(), msr::setPowerNotify);
    msr.setAutoDisable(false);
    msr.setErrorReportingType(MSRConst.MSR_ERT_CARD);
    // Parsed, the driver would hold number, name and expiry as strings.
    msr.setParseDecodeData(false);
    msr.setDecodeData(true);
    msr.setTracksToRead(MSRConst.MSR_TR_2);
  }

  /** Reads also while nobody wants a card: one that waited in the driver would keep its number. */
  @Override
  public void begin(MSR msr) throws JposException {
    msr.setDataEventEnabled(true);
  }

  @Override
  public Condition look(MSR msr) throws JposException {
    return Power.off(msr.getPowerState()) ? Condition.NOT_CONNECTED : Condition.READY;
  }

  private void take(MSR msr) {
    try {
      byte[] track = msr.getTrack2Data();
      forget(msr);
      hand(CardNumber.take(track, tokens).orElseGet(MsrType::unreadable));
    } catch (JposException | RuntimeException e) {
      LOG.warn("A card was not taken ({}); the next one is read.", e.getClass().getSimpleName());
    } finally {
      readOn(msr);
    }
  }

  private void unreadable(MSR msr) {
    try {
      forget(msr);
      hand(unreadable());
    } catch (RuntimeException e) {
      LOG.warn("A misread was not taken ({}).", e.getClass().getSimpleName());
    } finally {
      readOn(msr);
    }
  }

  private void hand(CardSwipe swipe) {
    Consumer<CardSwipe> to = consumer;
    if (to != null) {
      to.accept(swipe);
    }
  }

  private static CardSwipe unreadable() {
    String reader = DeviceKind.MSR.clerkName();
    return new CardSwipe.Unreadable(
        new Fault(
            reader,
            "The " + reader + " did not read the card.",
            "Draw it through again, evenly and stripe down."));
  }

  /** Services before 1.10 cannot; their properties last until the next card. */
  private static void forget(MSR msr) {
    try {
      msr.clearInputProperties();
    } catch (JposException e) {
      LOG.debug("The card reader does not clear its properties: {}", e.getErrorCode());
    }
  }

  private static void readOn(MSR msr) {
    try {
      msr.setDataEventEnabled(true);
    } catch (JposException e) {
      LOG.warn("The card reader does not read on until it is opened again.");
    }
  }
}
