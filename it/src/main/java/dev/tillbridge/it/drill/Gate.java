package dev.tillbridge.it.drill;

/** Lets the lanes ring, or holds them between two tickets. Any thread may use it. */
final class Gate {

  private final int lanes;
  private int held;
  private boolean open = true;
  private boolean over;

  Gate(int lanes) {
    this.lanes = lanes;
  }

  /** Called by a lane before each ticket; false when the drill is over. */
  synchronized boolean pass() throws InterruptedException {
    held++;
    notifyAll();
    while (!open && !over) {
      wait();
    }
    held--;
    return !over;
  }

  /** Returns when every lane waits before its next ticket. */
  synchronized void holdAll() throws InterruptedException {
    open = false;
    while (held < lanes) {
      wait();
    }
  }

  synchronized void open() {
    open = true;
    notifyAll();
  }

  synchronized void end() {
    over = true;
    notifyAll();
  }

  /** A lane has failed and will never wait here. */
  synchronized void leave() {
    held++;
    notifyAll();
  }
}
