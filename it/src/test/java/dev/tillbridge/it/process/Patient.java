package dev.tillbridge.it.process;

/** A program for {@link ProgramTest}: gets ready, or fails to, and waits to be ended. */
final class Patient {

  private Patient() {}

  public static void main(String[] arguments) throws InterruptedException {
    if (arguments.length > 0) {
      System.err.println("The port " + arguments[0] + " is taken.");
      System.exit(2);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("ended in order")));
    System.out.println("READY patient http://127.0.0.1/");
    Thread.currentThread().join();
  }
}
