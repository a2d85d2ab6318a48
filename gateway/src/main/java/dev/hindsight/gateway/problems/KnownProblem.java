package dev.hindsight.gateway.problems;

/** One kind of problem, as the catalogue explains it. */
public record KnownProblem(String type, int status, String title, String advice) {}
