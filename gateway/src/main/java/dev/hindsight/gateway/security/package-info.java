/** What every request must be and every answer must carry, whoever asks for whatever. */
@NullMarked
package dev.hindsight.gateway.security;

import org.jspecify.annotations.NullMarked;
