/** Has reminders and escalations of action items decided when their time has come. */
@NullMarked
package dev.hindsight.actionitem.chase;

import org.jspecify.annotations.NullMarked;
