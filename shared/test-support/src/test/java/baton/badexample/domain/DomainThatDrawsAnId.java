package baton.badexample.domain;

import java.util.UUID;

public class DomainThatDrawsAnId {
  public UUID id() {
    return UUID.randomUUID();
  }
}
