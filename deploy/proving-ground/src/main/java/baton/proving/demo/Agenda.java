package baton.proving.demo;

import java.time.Duration;
import java.time.Instant;

/** What is to be done later, and what time it is. */
interface Agenda {

  Instant now();

  /** Has it done once this time has passed; what is late is done at once. */
  void in(Duration delay, Runnable what);
}
