package dev.tillbridge.it.pictures;

/** Signing on, and the drawer's float. */
final class OpeningTheDrawer implements Task {

  @Override
  public String name() {
    return "Opening the drawer";
  }

  @Override
  public void perform(Shop shop, Till till) {
    till.picture("sign-on");
    till.signOn(shop.clerk());
    till.asks("Opening float");
    till.typeOnly("100");
    till.picture("drawer-float");
    till.press("Escape");
    till.openDrawer("100");
    till.picture("till-ready");
  }
}
