/**
 * The public doors of a running system, as an integration would use them: HTTP, a key, and patience
 * with what passes.
 */
package baton.proving.doors;
