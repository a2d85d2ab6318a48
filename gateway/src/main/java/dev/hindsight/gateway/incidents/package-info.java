/** The pages about incidents, and the client that fetches them as the person who looks. */
@NullMarked
package dev.hindsight.gateway.incidents;

import org.jspecify.annotations.NullMarked;
