package baton.events.activity;

/** Why a lead was rejected before contact. */
public enum RejectionReason {
  /** Passed on against the rules: wrong territory, a customer already, a duplicate. */
  PROCEDURAL,
  /** Its data is wrong or missing. */
  CLERICAL,
  /** It does not meet the criteria that Sales signed. */
  DEFINITIONAL
}
