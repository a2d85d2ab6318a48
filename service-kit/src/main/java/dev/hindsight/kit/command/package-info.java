/** How a command is carried out exactly once, whatever is sent twice, collides or breaks off. */
@NullMarked
package dev.hindsight.kit.command;

import org.jspecify.annotations.NullMarked;
