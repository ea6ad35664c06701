package dev.tillbridge.it.pictures;

import dev.tillbridge.it.page.TillPage;

/** Signing on, and the drawer's float. */
final class OpeningTheDrawer implements Task {

  @Override
  public String name() {
    return "Opening the drawer";
  }

  @Override
  public void perform(Shop shop, TillPage till, Photographer photos) {
    photos.take("sign-on");
    till.signOn(shop.clerk());
    till.asks("Opening float");
    till.typeOnly("100");
    photos.take("drawer-float");
    till.press("Escape");
    till.openDrawer("100");
    photos.take("till-ready");
  }
}
