/** Whether what stands as a subject is a person, a team, or a machine. */
@NullMarked
package dev.hindsight.coach.actors;

import org.jspecify.annotations.NullMarked;
