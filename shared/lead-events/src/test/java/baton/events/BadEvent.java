package baton.events;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An event that breaks the rules on purpose: a name hidden in a list, a note hidden in a map, and a
 * field that nobody classed.
 */
record BadEvent(
    @Descriptive UUID leadId,
    @Descriptive int attempts,
    @Descriptive List<Contact> contacts,
    @Descriptive Map<String, Contact> byRole,
    @Identifying Address address,
    String nobodyClassedThis,
    @Descriptive Instant at)
    implements Event {

  @Override
  public UUID subject() {
    return leadId;
  }

  record Contact(@Identifying String name, @Descriptive String role) {}

  @Descriptive
  record Address(String city) {}
}
