/** What a signed-in caller may know about itself. */
@NullMarked
package dev.hindsight.gateway.me;

import org.jspecify.annotations.NullMarked;
