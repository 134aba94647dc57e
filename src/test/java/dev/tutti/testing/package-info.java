/** What the tests stand on: real databases, a real browser, the packaged application. No mocks. */
@NullMarked
package dev.tutti.testing;

import org.jspecify.annotations.NullMarked;
