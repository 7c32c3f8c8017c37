/** Erasure over HTTP. */
package baton.intake.erasure.rest;
