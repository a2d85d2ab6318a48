package dev.hindsight.actionitem.people;

/** The people of a real identity provider, for parts of the service that run alone. */
public final class Directory {

    private Directory() {}

    public static People of(String realm, String secret) {
        return new People(new AdminApi(realm, "hindsight-directory", secret));
    }
}
