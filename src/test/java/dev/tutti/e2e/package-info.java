/** Journeys of a person with a real browser through the packaged application. */
@NullMarked
package dev.tutti.e2e;

import org.jspecify.annotations.NullMarked;
