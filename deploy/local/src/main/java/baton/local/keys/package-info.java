/** The API keys of a local installation: made once, kept readable by their owner only. */
package baton.local.keys;
