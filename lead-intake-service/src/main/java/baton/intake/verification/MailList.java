package baton.intake.verification;

/** The lists by which e-mail addresses are told apart. */
public enum MailList {
  /** Domains of providers of throw-away mailboxes; their subdomains count, too. */
  DISPOSABLE("disposable-domains.txt"),
  /** Domains of providers of free mailboxes. */
  FREE_MAIL("free-mail-domains.txt"),
  /** What stands before the @ of addresses that are of a function and of no person. */
  ROLE("role-names.txt");

  private final String builtIn;

  MailList(String builtIn) {
    this.builtIn = builtIn;
  }

  /** The file with the entries that are always on it. */
  String builtIn() {
    return builtIn;
  }
}
