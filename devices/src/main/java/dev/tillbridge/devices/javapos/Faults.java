package dev.tillbridge.devices.javapos;

import dev.tillbridge.devices.peripherals.DeviceKind;
import dev.tillbridge.devices.peripherals.DeviceOutcome.Fault;
import java.time.Duration;
import jpos.JposConst;
import jpos.JposException;
import jpos.POSPrinterConst;
import jpos.ScaleConst;

/** Puts a device's errors into words a clerk can act on. */
record Faults(DeviceKind kind, String logicalName) {

  /** The device answered with an error. */
  Fault of(JposException error) {
    return switch (error.getErrorCode()) {
      case JposConst.JPOS_E_EXTENDED -> extended(error);
      case JposConst.JPOS_E_OFFLINE, JposConst.JPOS_E_NOHARDWARE, JposConst.JPOS_E_CLOSED ->
          fault("is off or not connected.", "Check its power and cable" + thenAgain());
      case JposConst.JPOS_E_CLAIMED, JposConst.JPOS_E_NOTCLAIMED ->
          fault("is in use by another program.", "Close the other program" + thenAgain());
      case JposConst.JPOS_E_NOEXIST, JposConst.JPOS_E_NOSERVICE ->
          fault(
              "is not set up. JavaPOS says: " + error.getMessage(),
              "Sell on without it and tell the operator: " + logicalName + " in jpos.xml.");
      case JposConst.JPOS_E_BUSY, JposConst.JPOS_E_TIMEOUT ->
          fault("is busy or in use by another program.", "Wait a moment" + thenAgain());
      default -> fault(described(error), byHand());
    };
  }

  /** Nothing came back in time. */
  Fault noAnswer(Duration waited) {
    String message = "did not finish within " + waited.toMillis() + " ms.";
    return switch (kind) {
      case PRINTER ->
          fault(message, "Look at the paper: reprint if the receipt is missing or incomplete.");
      case DRAWER, SCANNER, DISPLAY, SCALE, MSR, CARD_TERMINAL -> fault(message, byHand());
    };
  }

  /** An earlier request never came back, so this one was not sent. */
  Fault stillBusy() {
    return fault("has not answered an earlier request yet.", "Switch it off and on" + thenAgain());
  }

  /** The lane is shutting down. */
  Fault closed() {
    return fault("was released: this register is closing.", "Start the register" + thenAgain());
  }

  /** A vendor's code threw something else. */
  Fault broken(Throwable thrown) {
    return fault("has a broken driver. It says: " + thrown, byHand());
  }

  private Fault extended(JposException error) {
    if (kind == DeviceKind.PRINTER) {
      switch (error.getErrorCodeExtended()) {
        case POSPrinterConst.JPOS_EPTR_REC_EMPTY -> {
          return fault("is out of paper.", "Put in a new roll" + thenAgain());
        }
        case POSPrinterConst.JPOS_EPTR_COVER_OPEN -> {
          return fault("has its cover open.", "Close the cover" + thenAgain());
        }
        default -> {}
      }
    }
    if (kind == DeviceKind.SCALE) {
      switch (error.getErrorCodeExtended()) {
        case ScaleConst.JPOS_ESCAL_OVERWEIGHT -> {
          return fault("is overloaded.", "Take the goods off and weigh them in parts.");
        }
        case ScaleConst.JPOS_ESCAL_UNDER_ZERO -> {
          return fault("shows less than zero.", "Empty it, set it to zero, then weigh again.");
        }
        default -> {}
      }
    }
    return fault(described(error), byHand());
  }

  private String described(JposException error) {
    return "failed. JavaPOS says: error %d/%d, %s"
        .formatted(error.getErrorCode(), error.getErrorCodeExtended(), error.getMessage());
  }

  private Fault fault(String message, String nextStep) {
    return new Fault(kind.clerkName(), "The " + kind.clerkName() + " " + message, nextStep);
  }

  private String thenAgain() {
    return switch (kind) {
      case PRINTER -> ", then reprint.";
      case DRAWER -> "; meanwhile open the drawer with its key.";
      case SCANNER -> "; meanwhile type the codes.";
      case DISPLAY -> "; meanwhile tell the customer the amount.";
      case SCALE -> "; meanwhile type the weight.";
      case MSR -> "; meanwhile search for customers by name.";
      case CARD_TERMINAL -> "; meanwhile take another tender.";
    };
  }

  private String byHand() {
    return switch (kind) {
      case PRINTER -> "Switch it off and on, then reprint.";
      case DRAWER -> "Open the drawer with its key.";
      case SCANNER -> "Type the codes and tell the operator.";
      case DISPLAY -> "Tell the customer the amount and tell the operator.";
      case SCALE -> "Type the weight and tell the operator.";
      case MSR -> "Search for customers by name and tell the operator.";
      case CARD_TERMINAL -> "Take another tender and tell the operator.";
    };
  }
}
