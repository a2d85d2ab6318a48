/** The messages that tell people what they are to be told: composed once, sent until a mail server takes them. */
@NullMarked
package dev.hindsight.actionitem.digest;

import org.jspecify.annotations.NullMarked;
