package baton.badexample.sending;

import org.eclipse.microprofile.reactive.messaging.Emitter;

public class EmitsPastTheLog {
  public void send(Emitter<String> emitter) {
    emitter.send("lost");
  }
}
