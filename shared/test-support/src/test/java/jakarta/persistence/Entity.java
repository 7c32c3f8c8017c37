package jakarta.persistence;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Stands in for the real one, which this module does not need: rules know it by its name. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Entity {}
