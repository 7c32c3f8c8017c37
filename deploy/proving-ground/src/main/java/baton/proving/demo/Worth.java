package baton.proving.demo;

/** What a rep who looks finds out about somebody. */
enum Worth {
  /** Has a need, a budget and the authority. */
  READY,
  /** Has a need; the rest is open. */
  INTERESTED,
  /** Not this quarter. */
  LATER,
  /** Not what Sales is looking for. */
  NO_FIT,
  /** Data that is wrong, or somebody who should never have come here. */
  WRONG
}
