/**
 * The processes that make up the system, each a {@link baton.local.parts.Part}, and the watch that
 * brings back the one that ended or hangs.
 */
package baton.local.parts;
