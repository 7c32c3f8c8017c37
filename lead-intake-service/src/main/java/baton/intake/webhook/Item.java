package baton.intake.webhook;

/**
 * One item of a body.
 *
 * @param identity a text that all deliveries of the item share, and no other item does
 * @param mediaType of what is kept of it
 * @param raw as it came, where it came alone; otherwise written anew
 * @param said what it says
 * @param sequence its number among all of its source, counted without gaps; null if it has none
 */
record Item(String identity, String mediaType, byte[] raw, Said said, Long sequence) {

  /** Neither of whom it tells nor what. */
  @Override
  public String toString() {
    return "Item[" + said.getClass().getSimpleName() + "]";
  }
}
