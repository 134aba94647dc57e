/** Scenarios that start other scenarios, are given inputs and give back outputs. */
@NullMarked
package dev.tutti.builtin.scenario;

import org.jspecify.annotations.NullMarked;
