/** Who is asking, and how a person or a program is told to sign in. */
@NullMarked
package dev.hindsight.gateway.signin;

import org.jspecify.annotations.NullMarked;
