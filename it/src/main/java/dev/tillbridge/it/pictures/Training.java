package dev.tillbridge.it.pictures;

/** Practising, with a frame around everything. */
final class Training implements Task {

  @Override
  public String name() {
    return "Training";
  }

  @Override
  public void perform(Shop shop, Till till) {
    Panel training = till.open("training");
    till.picture("training-begin");
    training.press("Begin training");
    till.openDrawer("50");
    till.scan("1001", "2006");
    till.pictures("training");
    till.exactCash();
    till.open("training").press("End training");
    till.says("Training is over");
  }
}
