/** Who may read and change what, told apart from what an incident is. */
@NullMarked
package dev.hindsight.rights;

import org.jspecify.annotations.NullMarked;
