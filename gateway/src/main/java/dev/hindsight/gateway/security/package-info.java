/** What every request must satisfy and every answer must carry. */
@NullMarked
package dev.hindsight.gateway.security;

import org.jspecify.annotations.NullMarked;
