/** What pages show of post-mortems, and the client that reads it. */
@NullMarked
package dev.hindsight.gateway.postmortems;

import org.jspecify.annotations.NullMarked;
