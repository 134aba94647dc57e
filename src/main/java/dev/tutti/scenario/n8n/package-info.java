/** Workflows of n8n. */
@NullMarked
package dev.tutti.scenario.n8n;

import org.jspecify.annotations.NullMarked;
