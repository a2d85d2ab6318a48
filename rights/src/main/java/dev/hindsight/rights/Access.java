package dev.hindsight.rights;

import dev.hindsight.contracts.incident.Visibility;
import java.util.List;

/** What an incident says of who may read and change it. */
public record Access(String team, Visibility visibility, List<String> people, List<String> teams) {}
