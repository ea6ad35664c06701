package dev.tillbridge.devices.escpos;

import dev.tillbridge.devices.service.PaperStep;
import java.util.List;
import jpos.JposConst;
import jpos.JposException;
import jpos.POSPrinterConst;

/** Turns steps into the bytes that make a printer do them. */
final class PaperWriter {

  /** Dots of a character of font A. */
  static final int CHARACTER_DOTS = 12;

  private static final int CODE128_MODULE_DOTS_MAX = 3;
  private static final int CODE128_MODULES_OF_A_CHARACTER = 11;

  /** Start, code set, check and stop characters with their quiet zones. */
  private static final int CODE128_MODULES_AROUND = 11 + 11 + 13 + 20;

  private static final int QR_MODULE_DOTS = 6;

  private final TextWriter text;
  private final int lineChars;
  private final int paperDots;
  private boolean begun;

  PaperWriter(List<CodePage> pages, int lineChars, int paperDots) {
    this.text = new TextWriter(pages);
    this.lineChars = lineChars;
    this.paperDots = paperDots;
  }

  /** The next bytes start from the printer's initial state. */
  void restart() {
    begun = false;
  }

  byte[] bytes(List<PaperStep> steps) throws JposException {
    EscPos out = new EscPos();
    if (!begun) {
      begin(out);
      begun = true;
    }
    for (PaperStep step : steps) {
      switch (step) {
        case PaperStep.Text print -> text.write(print.data(), out);
        case PaperStep.Cut _ -> out.cut();
        case PaperStep.Code code -> code(code, out);
        case PaperStep.Picture picture -> {
          Raster raster = Raster.of(picture.file(), areaDots());
          out.align(1);
          raster.write(out);
          out.align(0);
        }
      }
    }
    return out.bytes();
  }

  /** Refuses what does not fit or is no picture. */
  void check(PaperStep step) throws JposException {
    switch (step) {
      case PaperStep.Picture picture -> Raster.of(picture.file(), areaDots());
      case PaperStep.Code code when code.symbology() == PaperStep.Symbology.CODE128 ->
          code128ModuleDots(code.data());
      case PaperStep.Code _, PaperStep.Text _, PaperStep.Cut _ -> {}
    }
  }

  /** Lines of a receipt stand in the middle of paper that is wider. */
  private void begin(EscPos out) {
    out.initialise();
    int margin = (paperDots - areaDots()) / 2;
    if (margin >= CHARACTER_DOTS) {
      out.printArea(margin, areaDots());
    }
    text.begin(out);
  }

  private void code(PaperStep.Code code, EscPos out) throws JposException {
    out.align(1);
    switch (code.symbology()) {
      case CODE128 -> out.code128(code.data(), code128ModuleDots(code.data()));
      case QR -> out.qr(code.data(), QR_MODULE_DOTS);
    }
    out.align(0);
  }

  private int code128ModuleDots(String data) throws JposException {
    int modules = data.length() * CODE128_MODULES_OF_A_CHARACTER + CODE128_MODULES_AROUND;
    int dots = Math.min(CODE128_MODULE_DOTS_MAX, areaDots() / modules);
    if (dots < 1) {
      throw new JposException(
          JposConst.JPOS_E_EXTENDED,
          POSPrinterConst.JPOS_EPTR_TOOBIG,
          "A Code 128 of %d characters is wider than the paper.".formatted(data.length()));
    }
    return dots;
  }

  private int areaDots() {
    return Math.min(paperDots, lineChars * CHARACTER_DOTS);
  }
}
