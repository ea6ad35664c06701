package dev.tillbridge.it.pictures;

import dev.tillbridge.it.page.TillPage;

/** The screen is locked, and opened again. */
final class People implements Task {

  @Override
  public String name() {
    return "People";
  }

  @Override
  public void perform(Shop shop, TillPage till, Photographer photos) {
    till.ring("1005", "2005");
    till.choose("lock");
    till.page().locator("#pin-form").waitFor();
    photos.take("locked");
    till.signOn(shop.clerk());
    till.exactCash();
  }
}
