package dev.tillbridge.pricebook;

import picocli.CommandLine.Option;

/** The option that says who does it. */
final class Person {

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who does it, for the record. Default: the name of your login.")
  private String by = System.getProperty("user.name", "unknown");

  String name() {
    return by;
  }
}
