package dev.tutti.api;

import dev.tutti.workspace.Action;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a person must be allowed to do for this handler to run. Every handler method of the API carries it: one that does
 * not is refused when it is called, and fails the build.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Allowed {
    Action value();
}
