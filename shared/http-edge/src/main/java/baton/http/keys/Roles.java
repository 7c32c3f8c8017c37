package baton.http.keys;

import java.util.Set;

/** The roles a key can carry, one each. None includes another. */
public final class Roles {

  /** A marketing platform: sends leads as one source. */
  public static final String SOURCE = "source";

  /** A CRM integration: reads leads with contact details, sends activities. */
  public static final String INTEGRATION = "integration";

  /** A salesperson; the key's subject is the rep's id. */
  public static final String REP = "rep";

  /** A sales manager. */
  public static final String MANAGER = "manager";

  /** Marketing: criteria, campaigns, feedback. */
  public static final String MARKETING = "marketing";

  /** Operations: quarantine, parked records, lag. */
  public static final String OPS = "ops";

  /** Gives out and revokes keys, sets up sources, reps and pools. */
  public static final String ADMIN = "admin";

  /** All of them. */
  public static final Set<String> ALL =
      Set.of(SOURCE, INTEGRATION, REP, MANAGER, MARKETING, OPS, ADMIN);

  private Roles() {}
}
