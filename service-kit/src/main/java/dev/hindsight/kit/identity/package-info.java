/** Who sends a request, as the identity provider vouches for it. */
@NullMarked
package dev.hindsight.kit.identity;

import org.jspecify.annotations.NullMarked;
