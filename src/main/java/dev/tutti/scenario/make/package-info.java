/** Blueprints of Make, both ways. */
@NullMarked
package dev.tutti.scenario.make;

import org.jspecify.annotations.NullMarked;
