package dev.tillbridge.it.pictures;

/** The screen is locked, and opened again. */
final class People implements Task {

  @Override
  public String name() {
    return "People";
  }

  @Override
  public void perform(Shop shop, Till till) {
    till.scan("1005", "2005");
    till.choose("lock");
    till.page().locator("#pin-form").waitFor();
    till.picture("locked");
    till.signOn(shop.clerk());
    till.exactCash();
  }
}
