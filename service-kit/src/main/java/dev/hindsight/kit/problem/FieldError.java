package dev.hindsight.kit.problem;

/** What is wrong with one field of a request, in words for the person who sent it. */
public record FieldError(String field, String message) {}
