/** The one address for browsers and callers: paths of the services under one origin. */
package baton.local.proxy;
