/** Spreadsheets, PDF and pictures. */
@NullMarked
package dev.tutti.builtin.documents;

import org.jspecify.annotations.NullMarked;
