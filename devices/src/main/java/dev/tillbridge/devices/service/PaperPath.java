package dev.tillbridge.devices.service;

import java.util.List;
import jpos.JposException;

/** The way paper takes through one printer, real or simulated. */
public interface PaperPath {

  /**
   * Puts the steps on paper, one caller's after another's, and returns when they are there.
   *
   * @throws JposException at the first step the printer refuses; what is on paper by then stays
   */
  void run(List<PaperStep> steps) throws JposException;

  /**
   * Refuses what can never be printed, before it is taken into a transaction.
   *
   * @throws JposException JPOS_E_NOEXIST, or extended: too big, or no picture
   */
  void check(PaperStep step) throws JposException;

  /** Forgets text that was begun and not ended by a line feed. */
  void forget();

  /** Characters in a line at normal width. */
  int lineChars();

  boolean paperOut();

  boolean paperNearEnd();

  boolean coverOpen();
}
