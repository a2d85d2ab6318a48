/** Requests to addresses that people name: never into the network that this service is in. */
@NullMarked
package dev.hindsight.kit.outgoing;

import org.jspecify.annotations.NullMarked;
