package dev.tillbridge.devices.javapos;

/** How a device was when last looked at, in words for the clerk. */
record Condition(String words, boolean ok) {

  static final Condition READY = new Condition("ready", true);
  static final Condition NOT_CONNECTED = new Condition("off or not connected", false);
  static final Condition NONE_HERE = new Condition("none on this lane", false);
}
