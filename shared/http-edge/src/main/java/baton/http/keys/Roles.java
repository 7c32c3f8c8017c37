package baton.http.keys;

import java.util.Set;

/**
 * The roles a key can carry, one each, and what each may do. None includes another. All but {@link
 * #SOURCE} read decisions, criteria, assignments, reps, pools, timelines, what is owed and the
 * follow-up policy, none of which tells who a lead is.
 */
public final class Roles {

  /**
   * A marketing platform: submits leads, in the name of the source that is the key's subject, and
   * does nothing else.
   */
  public static final String SOURCE = "source";

  /**
   * A CRM integration: reads leads with contact details and held leads, stores their ids in other
   * systems, records activities.
   */
  public static final String INTEGRATION = "integration";

  /**
   * A salesperson: reads leads with contact details, records activities, reads worklists. If the
   * key's subject is the rep's id, it records what that rep did and sees that rep's worklist, and
   * those of nobody else; a key without a subject acts for all reps, as a tool of the team does.
   */
  public static final String REP = "rep";

  /**
   * A sales manager: reads leads with contact details, held leads and the balance of follow-up;
   * sets criteria, saves the follow-up policy, and reads the metrics, worklists and what is owed
   * now; keeps roster, teams, pools, accounts and routing rules; gives leads to reps.
   */
  public static final String MANAGER = "manager";

  /**
   * Marketing: connects sources and makes their keys; reads leads with contact details, held leads,
   * the quarantine, the balances, the metrics and what is owed now; erases leads.
   */
  public static final String MARKETING = "marketing";

  /**
   * Operations: replays and discards parked events, replays and rebases the event log; connects
   * sources and makes their keys; puts reps on the roster; reads held leads, the quarantine, the
   * balances, the metrics and what is owed now; erases leads. Does not see contact details.
   */
  public static final String OPS = "ops";

  /**
   * Gives out and revokes keys. May also do all that {@link #OPS} may, read leads with contact
   * details and worklists, and store ids of leads in other systems.
   */
  public static final String ADMIN = "admin";

  /** A regular expression that fits each of them and nothing else. */
  static final String ANY =
      SOURCE
          + "|"
          + INTEGRATION
          + "|"
          + REP
          + "|"
          + MANAGER
          + "|"
          + MARKETING
          + "|"
          + OPS
          + "|"
          + ADMIN;

  /** What a caller is told who names another. */
  static final String ONE_OF =
      "must be one of "
          + SOURCE
          + ", "
          + INTEGRATION
          + ", "
          + REP
          + ", "
          + MANAGER
          + ", "
          + MARKETING
          + ", "
          + OPS
          + ", "
          + ADMIN;

  /** All of them. */
  public static final Set<String> ALL = Set.of(ANY.split("\\|"));

  private Roles() {}
}
