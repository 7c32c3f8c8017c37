package baton.events;

import static java.lang.annotation.ElementType.RECORD_COMPONENT;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A field that tells who a lead is, alone or with little else: name, e-mail, phone, street, IP
 * address, free text, unmapped answers. It may stand on the compacted profile topic only, never on
 * a topic that is kept forever.
 */
@Documented
@Retention(RUNTIME)
@Target(RECORD_COMPONENT)
public @interface Identifying {}
