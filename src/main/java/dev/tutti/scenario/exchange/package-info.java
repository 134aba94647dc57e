/** Files of other products: reading what is damaged, drawing blueprints, reporting, storing whole or not at all. */
@NullMarked
package dev.tutti.scenario.exchange;

import org.jspecify.annotations.NullMarked;
