package baton.events;

import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A field that describes a lead, a decision or a rep's work without telling who the lead is: opaque
 * ids, times, codes, title, company and its domain, country, campaign. On a record it classes every
 * field that is not classed {@link Identifying} itself.
 */
@Documented
@Retention(RUNTIME)
@Target({RECORD_COMPONENT, TYPE})
public @interface Descriptive {}
