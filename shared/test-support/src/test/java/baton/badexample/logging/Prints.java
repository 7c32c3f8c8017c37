package baton.badexample.logging;

public class Prints {
  public void log() {
    System.out.println("lead");
  }
}
