package baton.eventlog.conformance;

import baton.eventlog.relay.EventSender;
import baton.eventlog.relay.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A broker that remembers what it was sent and can be told to fail. */
public final class RememberingSender implements EventSender {

  private final List<StoredEvent> sent = new ArrayList<>();
  private String cluster = "first";
  private int acceptsBeforeFailing = Integer.MAX_VALUE;
  private boolean failsAfterAccepting;

  @Override
  public synchronized void send(List<StoredEvent> events) throws SendFailed {
    for (StoredEvent event : events) {
      if (acceptsBeforeFailing-- <= 0) {
        throw new SendFailed("no more", null);
      }
      sent.add(event);
    }
    if (failsAfterAccepting) {
      failsAfterAccepting = false;
      throw new SendFailed("taken, and then the answer was lost", null);
    }
  }

  @Override
  public String clusterId() {
    return cluster;
  }

  @Override
  public void close() {
    acceptsBeforeFailing = Integer.MAX_VALUE;
  }

  /** Takes so many events and fails at the next. */
  public void failAfter(int events) {
    acceptsBeforeFailing = events;
  }

  /** Takes the next page, and fails all the same. */
  public void loseNextAnswer() {
    failsAfterAccepting = true;
  }

  /** Forgets everything and is another cluster from now on. */
  public synchronized void wipe() {
    sent.clear();
    cluster = cluster + "+";
  }

  public synchronized List<StoredEvent> sent() {
    return List.copyOf(sent);
  }

  /** The payloads of a subject in the order in which they arrived, repetitions included. */
  public List<String> arrivals(UUID subject) {
    return sent().stream()
        .filter(event -> event.subject().equals(subject))
        .map(RememberingSender::text)
        .toList();
  }

  /** What a reader that drops duplicates by sequence, and insists on the order, makes of it. */
  public Map<UUID, List<String>> asRead() {
    Map<UUID, List<String>> read = new LinkedHashMap<>();
    for (StoredEvent event : sent()) {
      List<String> ofSubject = read.computeIfAbsent(event.subject(), s -> new ArrayList<>());
      if (event.sequence() == ofSubject.size() + 1) {
        ofSubject.add(text(event));
      } else if (event.sequence() > ofSubject.size() + 1) {
        throw new AssertionError("gap before " + event.sequence() + " of " + event.subject());
      }
    }
    return read;
  }

  public static String text(StoredEvent event) {
    return event.payload() == null
        ? null
        : new String(event.payload(), StandardCharsets.UTF_8).replace("\"", "");
  }
}
