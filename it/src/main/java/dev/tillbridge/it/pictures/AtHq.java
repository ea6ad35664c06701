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
    hq.picture("/", "By store and hour", "hq-sales");
    hq.menu("hq-menu");
    hq.picture("/stream", "HQ has everything", "hq-stream");
    hq.picture("/trial-balance", "Debits equal credits", "hq-trial-balance");
    hq.picture("/prices", "Compared", "hq-prices");
    hq.picture("/tickets", "S01-R01-1", "hq-tickets");
    hq.picture("/documents", "Petra Čop", "hq-documents");
    hq.picture("/stored-value", "Gift certificates", "hq-stored-value");
    hq.picture("/customers", "Ana Horvat", "hq-customers");
    hq.picture("/events", "Winter fair", "hq-events");
    hq.picture("/exceptions", "xception", "hq-exceptions");
  }
}
