package baton.proving.demo;

import baton.proving.demo.Submission.Told;
import baton.proving.doors.Answer;
import baton.proving.doors.Call;
import baton.proving.doors.Doors;
import baton.proving.doors.SignedCalls;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The marketing platforms: each posts what it has in its own way. */
final class Platforms {

  private static final String LEADS = "/api/intake/v1/leads";

  private final Doors doors;
  private final Connections connections;
  private final Run run;
  private final Logbook logbook;

  Platforms(Doors doors, Connections connections, Run run, Logbook logbook) {
    this.doors = doors;
    this.connections = connections;
    this.run = run;
    this.logbook = logbook;
  }

  /** Sends it, and writes down what became of each item. */
  void send(Delivery delivery, Instant now) {
    String name = run.id() + "-" + delivery.name();
    List<Form> forms =
        delivery.items().stream().map(item -> new Form(run, item, delivery.campaign())).toList();
    switch (delivery.campaign().entrance()) {
      case API -> {
        Call call = Call.post("source", LEADS, forms.get(0).lead()).with("Idempotency-Key", name);
        note(delivery.items().get(0), doors.send(call).json());
      }
      case WEBHOOK -> {
        byte[] body = Call.json(forms.stream().map(Form::lead).toList());
        note(
            delivery,
            doors.send(
                SignedCalls.standard(
                    connections.eventsApp(), connections.eventsSecret(), name, now, body)));
      }
      case HUBSPOT -> {
        byte[] body = Call.json(forms.stream().map(Form::hubSpot).toList());
        note(
            delivery,
            doors.send(
                SignedCalls.hubSpot(
                    connections.hubSpot(),
                    connections.hubSpotUrl(),
                    connections.hubSpotSecret(),
                    now,
                    body)));
      }
    }
  }

  private void note(Delivery delivery, Answer answer) {
    for (int i = 0; i < delivery.items().size(); i++) {
      note(delivery.items().get(i), answer.json().path("receipts").path(i));
    }
  }

  private void note(Submission item, JsonNode receipt) {
    boolean usable = item.told() != Told.UNUSABLE && receipt.hasNonNull("leadId");
    logbook.submitted(
        item,
        usable ? Optional.of(UUID.fromString(receipt.path("leadId").asText())) : Optional.empty());
  }
}
