package baton.badexample.time;

public class Sleeper {
  public void sleep() throws InterruptedException {
    Thread.sleep(1);
  }
}
