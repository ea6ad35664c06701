package dev.tillbridge.it.simulator;

/** A process. */
interface Node {

  boolean running();

  String name();
}
