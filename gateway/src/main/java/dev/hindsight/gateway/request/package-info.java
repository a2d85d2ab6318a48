/** What is known of a request: its id, and who sends it with what. */
@NullMarked
package dev.hindsight.gateway.request;

import org.jspecify.annotations.NullMarked;
