package dev.tillbridge.it.pictures;

import dev.tillbridge.it.page.Panel;
import dev.tillbridge.it.page.TillPage;

/** Practising, with a frame around everything. */
final class Training implements Task {

  @Override
  public String name() {
    return "Training";
  }

  @Override
  public void perform(Shop shop, TillPage till, Photographer photos) {
    Panel training = till.open("training");
    photos.take("training-begin");
    training.press("Begin training");
    till.openDrawer("50");
    till.ring("1001", "2006");
    photos.takeInAllSizes("training");
    till.exactCash();
    till.open("training").press("End training");
    till.says("Training is over");
  }
}
