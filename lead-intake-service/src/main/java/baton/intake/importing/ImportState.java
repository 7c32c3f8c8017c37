package baton.intake.importing;

/** Where an import stands. */
public enum ImportState {
  /** The file is on its way. */
  UPLOADING,
  /** It waits for somebody to say what its columns mean. */
  UPLOADED,
  /** It can be tried and started. */
  READY,
  /** A dry run is under way. */
  CHECKING,
  /** Rows are being written. */
  RUNNING,
  /** Every row ended as something. */
  DONE,
  /** Somebody ended it: what was written stays, the rest is deleted. */
  CANCELLED,
  /** Nobody started it for a week: the file is deleted. */
  EXPIRED;

  /** Whether nothing more comes of it. */
  public boolean isEnd() {
    return this == DONE || this == CANCELLED || this == EXPIRED;
  }
}
