package baton.badexample.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

public class AsksTheSystem {
  public Instant instant() {
    return Instant.now();
  }

  public LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  public long millis() {
    return System.currentTimeMillis();
  }
}
