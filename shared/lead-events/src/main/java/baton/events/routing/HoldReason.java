package baton.events.routing;

/** Why nobody could take a lead. */
public enum HoldReason {
  /** Everybody in the pool holds as much as agreed. */
  NO_CAPACITY,
  /** Nobody in the pool takes leads at present. */
  NOBODY_ACTIVE,
  /** The pool has no reps. */
  EMPTY_POOL,
  /** Everybody in the pool had this lead before. */
  EVERYBODY_HAD_IT,
  /** Everybody in the pool is away or off duty, and the pool waits for them. */
  NOBODY_AT_WORK,
  /** It was taken back as often as agreed, and its last owner has no manager who could take it. */
  NO_MANAGER
}
