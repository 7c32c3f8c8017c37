package baton.intake.importing;

/** What has become of a row of a list. */
public enum RowOutcome {
  NEW_LEAD,
  TOUCHPOINT,
  DUPLICATE,
  QUARANTINED,
  DISCARDED
}
