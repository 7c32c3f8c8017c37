package baton.proving.demo;

/** What can be seen of somebody at the door, and so what criteria can judge by. */
enum Looks {
  /** Decides, for a company of size, from its mailbox. */
  BUYER,
  /** Knows the matter and does not decide; a company of size. */
  SPECIALIST,
  /** From a company that is too small. */
  SMALL,
  /** From a private mailbox, no company told. */
  PRIVATE,
  /** From a throw-away mailbox. */
  THROW_AWAY
}
