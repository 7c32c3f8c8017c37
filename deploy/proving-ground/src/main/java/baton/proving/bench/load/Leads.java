package baton.proving.bench.load;

import java.nio.charset.StandardCharsets;

/**
 * Invented people, each of them new, that the criteria of a new system let through.
 *
 * @param run part of every address, so that two runs on one system have no person in common
 */
public record Leads(String run) {

  private static final int NUMBERS = 100_000_000;

  /** What is known of the person with this number. */
  public byte[] body(long number) {
    return """
        {"email":"%s","phone":"%s","givenName":"Jo","familyName":"Bench%d","title":"Head of Purchasing",\
        "company":"Example Industries","country":"DE","employees":400,"campaign":"spring"}"""
        .formatted(email(number), phone(number), number)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The name of the request, by which a repetition would be recognised. */
  public String key(long number) {
    return run + "-" + number;
  }

  public String email(long number) {
    return "jo." + run + "." + number + "@buyers.example";
  }

  /** A German mobile number: who submits both has two keys by which a person is recognised. */
  public String phone(long number) {
    return "+49151%08d".formatted(Math.floorMod(run.hashCode() * 1_000_003L + number, NUMBERS));
  }
}
