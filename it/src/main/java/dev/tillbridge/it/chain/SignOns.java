package dev.tillbridge.it.chain;

/** Who can sign on to the demo's screens. */
public record SignOns(
    Person clerk,
    Person manager,
    Person accountant,
    Person hqManager,
    Person priceAdmin,
    Person secondPriceAdmin) {

  /**
   * @param secret PIN at a register, password at HQ
   */
  public record Person(String id, String name, String secret) {}
}
