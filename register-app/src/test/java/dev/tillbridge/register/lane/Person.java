package dev.tillbridge.register.lane;

/** The people of {@link Shop}, with what each may in figures of the test's own. */
enum Person {
  ANN("1001", "1234", 100),
  BEN("1002", "5678", Person.CLERK_MAY),
  CID("1003", "2468", Person.CLERK_MAY),
  DEE("1004", "1357", 30);

  /** Percent that every clerk may take off. */
  static final int CLERK_MAY = 10;

  final String id;
  final String pin;
  final int percent;

  Person(String id, String pin, int percent) {
    this.id = id;
    this.pin = pin;
    this.percent = percent;
  }

  boolean takesBackWithoutReceipt() {
    return this == ANN;
  }

  /** Pence off something that costs so many; a started penny is a whole one. */
  static long mayTakeOff(long full, int percent) {
    return Math.ceilDiv(full * percent, 100);
  }
}
