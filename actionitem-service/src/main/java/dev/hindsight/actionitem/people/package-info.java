/** Who the people are whom the log knows by opaque ids, as the identity provider says at the moment they are asked for. */
@NullMarked
package dev.hindsight.actionitem.people;

import org.jspecify.annotations.NullMarked;
