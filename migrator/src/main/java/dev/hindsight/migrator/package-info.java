/** Brings the database up to date: a program of its own, run to its end before any service starts. */
@NullMarked
package dev.hindsight.migrator;

import org.jspecify.annotations.NullMarked;
