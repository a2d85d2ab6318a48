/** The published language: what every event is called and what it says. No logic, no framework. */
@NullMarked
package dev.hindsight.contracts;

import org.jspecify.annotations.NullMarked;
