/** A mail server of its own process: takes messages by SMTP, keeps them as files, and shows them on pages. */
@NullMarked
package dev.hindsight.localstack.mail;

import org.jspecify.annotations.NullMarked;
