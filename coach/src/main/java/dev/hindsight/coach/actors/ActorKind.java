package dev.hindsight.coach.actors;

/** As what a subject counts. */
public enum ActorKind {
    PERSON,
    NAMED_PERSON,
    ROLE,
    TEAM,
    SUPPLIER,
    /** A customer, a user, a provider: people, but also what systems call each other. Only what people alone do counts. */
    PERHAPS_PEOPLE,
    TECHNICAL;

    public boolean isHuman() {
        return this != PERHAPS_PEOPLE && this != TECHNICAL;
    }
}
