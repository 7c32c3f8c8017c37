package baton.followup.live;

/** Somebody who listens; is told quickly, or not at all. */
interface Listener {

  /** This was seen; of what was seen before it, nothing is told any more. */
  void told(Look look);

  /** Nothing is new; the connection is good. */
  void stillThere();

  /** Nothing more will be told. */
  void ended();
}
