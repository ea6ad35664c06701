package dev.tillbridge.it.pictures;

/** What the accountant sees of all this. */
final class AtHq implements Task {

  @Override
  public String name() {
    return "At HQ";
  }

  @Override
  public void perform(Shop shop, Till till) {
    Hq hq = shop.hq();
    hq.picture("/documents", "Petra Čop", "hq-documents");
    hq.picture("/stored-value", "Gift certificates", "hq-stored-value");
    hq.picture("/customers", "Ana Horvat", "hq-customers");
    hq.picture("/events", "Winter fair", "hq-events");
    hq.picture("/exceptions", "xception", "hq-exceptions");
  }
}
