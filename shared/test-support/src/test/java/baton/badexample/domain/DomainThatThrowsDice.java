package baton.badexample.domain;

import java.util.Random;

public class DomainThatThrowsDice {
  public int turn() {
    return new Random().nextInt(6);
  }
}
