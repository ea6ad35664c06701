package dev.tillbridge.it.pictures;

/** In parts, in another currency, by card, and with a bank that declines. */
final class Paying implements Task {

  @Override
  public String name() {
    return "Paying";
  }

  @Override
  public void perform(Shop shop, Till till) {
    till.scan("1006", "1005", "1010");
    till.open("payments").fill("amount", "10").touch("EUR").shows("Cash EUR 10.00 at 0.85");
    till.panel().fill("amount", "30").touch("Card").shows("The card paid £30.00.");
    till.pictures("payments");
    till.panel().touch("Cash");
    till.done();

    nextCard(till, "decline");
    till.scan("1104");
    till.open("payments").touch("Card").shows("The card is declined");
    till.picture("payments-declined");
    nextCard(till, "refer");
    till.open("payments").touch("Card").shows("The bank wants a call");
    till.picture("payments-call-the-bank");
    till.panel().fill("code", "A123").touch("Take the code");
    till.done();
  }

  /** What the simulated bank makes of the next card. */
  private static void nextCard(Till till, String answer) {
    Panel devices = till.open("simulated");
    devices.locator("#bank-next").selectOption(answer);
    till.page()
        .waitForResponse(
            response -> response.url().endsWith("/devices/bank/next"), () -> devices.touch("Set"));
    devices.close();
  }
}
