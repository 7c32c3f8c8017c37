package baton.routing.rules.domain;

/**
 * One rule.
 *
 * @param id stable, unique in its set
 * @param when the condition that has to be met
 * @param pool where the lead goes
 * @param owner who gets it if able, before the pool: the id of a rep, {@link #ACCOUNT_OWNER}, or
 *     null for nobody
 */
public record Rule(String id, String when, String pool, String owner) {

  /** The rep who owns the account of the lead, if there is one. */
  public static final String ACCOUNT_OWNER = "ACCOUNT_OWNER";
}
