package dev.tillbridge.register.words;

/** What an entry of the journal is; its text is in {@code journal.properties}. */
public enum JournalWord implements Term {
  DRAWER_OPENED,
  DRAWER_CLOSED,
  SALE,
  RETURN,
  EXCHANGE,
  TICKET_VOIDED,
  CHECKPOINT,
  PAID_IN,
  PAID_OUT,
  DROPPED,
  NO_SALE,
  HANDED_OVER,
  DRAWER_ASIDE,
  DRAWER_TAKEN_UP,
  CUSTOMER,
  REVERSAL_DUE,
  REVERSED,
  FORWARDED_APPROVED,
  FORWARDED_DECLINED,
  EVENT_BEGAN,
  EVENT_ENDED,
  OPEN,
  TAKEN_OVER,
  DONE,
  CANCELLED,
  LEFT_TO
}
