/**
 * The published language: what Baton says on its topics. Records, their JSON form and the catalogue
 * of types. Knows no framework; the schemas, samples and the AsyncAPI document beside it are held
 * equal to these records by a test.
 */
package baton.events;
