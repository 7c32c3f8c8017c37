package baton.intake.fetching;

/** How an attempt to fetch ended, if it did not end well. */
enum FetchFailure {
  /** The source has no access token. */
  NO_TOKEN,
  /** The platform does not take the access token: it has run out, or may not read this. */
  TOKEN_REFUSED,
  /** The platform knows nothing of it, or nothing any more. */
  NOT_FOUND,
  /** The platform finds something wrong with the request. */
  REFUSED,
  /** The platform was asked too often. */
  RATE_LIMITED,
  /** The platform failed. */
  FAILED,
  /** The platform did not answer. */
  UNREACHABLE,
  /** The answer is no object of JSON, or too large. */
  UNREADABLE
}
