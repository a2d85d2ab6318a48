package dev.hindsight.gateway.me;

import java.util.List;

/** Who the caller is to Hindsight, from the access token. */
public record Me(String subject, String name, List<String> roles, List<String> teams) {}
