package dev.hindsight.lighthouse;

import jakarta.inject.Inject;

/** Breaks the rule that nothing is injected into fields. */
public class LampWithInjectedField {

    @Inject
    Runnable switched;
}
