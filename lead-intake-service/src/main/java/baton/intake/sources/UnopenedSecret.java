package baton.intake.sources;

/** A secret is sealed with a key that is not there. */
class UnopenedSecret extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  UnopenedSecret(String source) {
    super("no key of baton.intake.secret-keys opens a secret of the source " + source);
  }
}
