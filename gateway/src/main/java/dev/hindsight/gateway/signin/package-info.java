/** Who is asking: sign-in by the identity provider, sign-out, and what is told to those who are not signed in. */
@NullMarked
package dev.hindsight.gateway.signin;

import org.jspecify.annotations.NullMarked;
