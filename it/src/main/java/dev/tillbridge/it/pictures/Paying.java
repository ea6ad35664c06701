package dev.tillbridge.it.pictures;

import dev.tillbridge.it.page.TillPage;

/** In parts, in another currency, by card, and with a bank that declines. */
final class Paying implements Task {

  @Override
  public String name() {
    return "Paying";
  }

  @Override
  public void perform(Shop shop, TillPage till, Photographer photos) {
    till.ring("1006", "1005", "1010");
    till.open("payments").fill("amount", "10").touch("EUR").shows("Cash EUR 10.00 at 0.85");
    till.panel().fill("amount", "30").touch("Card").shows("The card paid £30.00.");
    photos.takeInAllSizes("payments");
    till.panel().touch("Cash");
    till.done();

    till.counter().nextCard("decline");
    till.ring("1104");
    till.open("payments").touch("Card").shows("The card is declined");
    photos.take("payments-declined");
    till.counter().nextCard("refer");
    till.open("payments").touch("Card").shows("The bank wants a call");
    photos.take("payments-call-the-bank");
    till.panel().fill("code", "A123").touch("Take the code");
    till.done();
  }
}
