package baton.eventlog.relay;

import java.util.List;

/** The way to the broker. */
public interface EventSender extends AutoCloseable {

  /**
   * Sends these events in this order and returns once each is acknowledged by the broker.
   *
   * @throws SendFailed if one was not; any of them may have arrived all the same
   * @throws InterruptedException if the thread was interrupted; any of them may have arrived
   */
  void send(List<StoredEvent> events) throws SendFailed, InterruptedException;

  /**
   * The identity of the broker's cluster. Another one than before means that the topics are new and
   * empty.
   *
   * @throws SendFailed if the broker cannot be asked now
   */
  String clusterId() throws SendFailed, InterruptedException;

  /** Gives up what is under way; a later call starts anew. */
  @Override
  void close();

  /** The broker did not take what was sent, or could not be asked. */
  final class SendFailed extends Exception {
    public SendFailed(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
