/** What can happen to an incident. */
@NullMarked
package dev.hindsight.contracts.incident;

import org.jspecify.annotations.NullMarked;
