/** The pages on incidents, and the client that reads what they show. */
@NullMarked
package dev.hindsight.gateway.incidents;

import org.jspecify.annotations.NullMarked;
