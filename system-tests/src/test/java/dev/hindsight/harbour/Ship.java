package dev.hindsight.harbour;

/** Of another service than the one that knows it. */
public record Ship(String name) {}
