package baton.events;

/**
 * The topics, who owns each, and how long it is kept. Names never change; neither do partition
 * counts.
 */
public enum Topic {
  INTAKE("baton.intake", "lead-intake", Retention.FOREVER),
  LEAD_PROFILE("baton.lead-profile", "lead-intake", Retention.COMPACTED),
  QUALIFICATION("baton.qualification", "qualification", Retention.FOREVER),
  ROUTING("baton.routing", "routing", Retention.FOREVER),
  ROSTER("baton.roster", "routing", Retention.COMPACTED),
  ACTIVITY("baton.activity", "CRM integrations", Retention.THIRTY_DAYS),
  FOLLOWUP("baton.followup", "followup-tracker", Retention.FOREVER);

  /** How long a record stays on its topic. */
  public enum Retention {
    /** Never deleted: history. Carries descriptive fields only. */
    FOREVER,
    /** The latest record of each key stays; a record without a value deletes its key. */
    COMPACTED,
    /** Deleted 30 days after it was written. */
    THIRTY_DAYS
  }

  private final String topicName;
  private final String owner;
  private final Retention retention;

  Topic(String topicName, String owner, Retention retention) {
    this.topicName = topicName;
    this.owner = owner;
    this.retention = retention;
  }

  /** The name on the broker, for example {@code baton.intake}. */
  public String topicName() {
    return topicName;
  }

  /** The service, or the party outside, that alone writes to it. */
  public String owner() {
    return owner;
  }

  public Retention retention() {
    return retention;
  }
}
