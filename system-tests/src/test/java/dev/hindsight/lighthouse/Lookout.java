package dev.hindsight.lighthouse;

import dev.hindsight.harbour.Ship;
import dev.hindsight.lighthouse.setup.Wiring;

/** Breaks the rules that services do not know each other and that nobody sees a setup. */
public record Lookout(Ship ship, Wiring wiring) {}
