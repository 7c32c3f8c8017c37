package org.eclipse.microprofile.reactive.messaging;

/** Stands in for the real one, which this module does not need: rules know it by its name. */
public interface Emitter<T> {
  void send(T message);
}
