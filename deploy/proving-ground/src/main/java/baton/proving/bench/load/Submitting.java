package baton.proving.bench.load;

import baton.proving.doors.Call;
import baton.proving.doors.SignedCalls;
import java.time.Instant;
import java.util.Map;

/** The request by which a lead is submitted. */
@FunctionalInterface
public interface Submitting {

  /**
   * The request of now.
   *
   * @param name of the submission: sent again under the same one it is a repetition
   * @param lead as JSON
   */
  Call call(String name, byte[] lead);

  /** As API clients do, with a key of role source. */
  static Submitting withKey(String key) {
    return (name, lead) ->
        Call.signed(
            "/v1/leads",
            Map.of("X-API-Key", key, "Idempotency-Key", name, "Content-Type", "application/json"),
            lead);
  }

  /**
   * As a platform does that signs each body.
   *
   * @param secret of the source, {@code whsec_…}
   */
  static Submitting signed(String source, String secret) {
    return (name, lead) ->
        SignedCalls.standard("/v1/webhooks/" + source, secret, name, Instant.now(), lead)
            .with("Content-Type", "application/json");
  }
}
