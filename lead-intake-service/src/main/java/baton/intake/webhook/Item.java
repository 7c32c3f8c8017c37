package baton.intake.webhook;

/**
 * One item of a body.
 *
 * @param identity a text that all deliveries of the item share, and no other item does
 * @param mediaType of what is kept of it
 * @param raw as it came, where it came alone; otherwise written anew
 * @param said what it says
 */
record Item(String identity, String mediaType, byte[] raw, Said said) {

  /** Neither of whom it tells nor what. */
  @Override
  public String toString() {
    return "Item[" + said.getClass().getSimpleName() + "]";
  }
}
