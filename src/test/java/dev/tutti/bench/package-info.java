/** Measures, beside the bare limit of the machine, what docs/benchmarks.md claims. Not part of the tests. */
package dev.tutti.bench;
