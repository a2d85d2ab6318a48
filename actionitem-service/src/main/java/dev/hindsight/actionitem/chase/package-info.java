/** The read model of what is to be decided about reminders and escalations, and when. */
@NullMarked
package dev.hindsight.actionitem.chase;

import org.jspecify.annotations.NullMarked;
