/** What comes from other services, put to the use case. */
package baton.routing.assignment.messaging;
