/** Databases that are asked in SQL: PostgreSQL, MariaDB and MySQL. */
@NullMarked
package dev.tutti.builtin.sql;

import org.jspecify.annotations.NullMarked;
