package baton.events.intake;

import baton.events.Descriptive;

/**
 * What intake found out about a phone number, without the number.
 *
 * @param status whether and what line it can be
 * @param country ISO 3166-1 alpha-2 country of the number, or null
 */
@Descriptive
public record PhoneFacts(Status status, String country) {

  /** Whether a number can be dialled, by the numbering plan of its country. */
  public enum Status {
    /** A mobile number. */
    VALID_MOBILE,
    /** A fixed line. */
    VALID_FIXED_LINE,
    /** Valid, and the plan does not say whether mobile, or of another kind (VoIP, toll-free). */
    VALID_OTHER,
    /** Given, and no number of the plan. */
    INVALID,
    /** Written without a country, and the lead names none. */
    UNKNOWN_COUNTRY,
    /** Not given. */
    MISSING
  }
}
