package baton.events.intake;

import baton.events.Descriptive;

/**
 * What intake found out about an e-mail address, without the address.
 *
 * @param kind whose mailbox it is
 * @param status whether mail could reach it
 */
@Descriptive
public record EmailFacts(Kind kind, Status status) {

  /** Whose mailbox an address is. */
  public enum Kind {
    /** A person's address at an organisation's own domain. */
    COMPANY,
    /** At a provider of free mailboxes. */
    FREE_MAIL,
    /** At a provider of throw-away mailboxes. */
    DISPOSABLE,
    /** Of a function, such as info or sales, and of no person. */
    ROLE,
    /** There is no address, or none that can be read. */
    NONE
  }

  /** Whether mail could reach an address, judged by its form. */
  public enum Status {
    /** Well-formed. */
    VALID,
    /** Given, and not an address. */
    INVALID,
    /** Not given. */
    MISSING
  }
}
