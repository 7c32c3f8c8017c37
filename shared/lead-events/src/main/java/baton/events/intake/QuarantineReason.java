package baton.events.intake;

/** Why an authentic submission could not become a lead. */
public enum QuarantineReason {
  /** The body is not what its media type says. */
  UNREADABLE,
  /** It names neither an e-mail address nor a phone number that could reach anybody. */
  NO_CONTACT,
  /** It holds something that cannot be stored, such as a NUL character. */
  UNSTORABLE,
  /** It is readable, and not of a form that the source knows. */
  UNMAPPED,
  /** It tells of somebody by a number only, and its platform has not yet said who that is. */
  UNFETCHED
}
