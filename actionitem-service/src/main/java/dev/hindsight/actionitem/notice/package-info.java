/** Who is to be told what of action items, from when on: one notice for an event and each of its recipients. */
@NullMarked
package dev.hindsight.actionitem.notice;

import org.jspecify.annotations.NullMarked;
