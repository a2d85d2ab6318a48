package dev.hindsight.kit.problem;

/** The problems that any part of Hindsight may answer, whatever it is about. */
public enum StandardProblem implements ProblemType {
    INVALID_REQUEST(400, "The request is not valid", "Correct the fields named in errors and send it again."),
    AMBIGUOUS_PATH(
            400, "The path is ambiguous", "Send the path in its normal form: no encoded separators, no dot segments."),
    UNAUTHENTICATED(401, "Sign in or send a bearer token", "Get a new access token and send the request again."),
    FORBIDDEN(
            403, "Your rights do not allow this", "Ask someone of the owning team, or an administrator for the role."),
    CROSS_SITE_REQUEST(
            403,
            "The request came from another site",
            "Send it from a page of this host, or use a bearer token instead of the session cookie."),
    NOT_FOUND(404, "Not found", "Check the id or reference; what you may not see is not found either."),
    METHOD_NOT_ALLOWED(405, "This method is not allowed here", "See the API description for the methods of this path."),
    NOT_ACCEPTABLE(406, "No such representation", "Ask for application/json, or leave Accept out."),
    CONCURRENT_CHANGE(
            409, "Someone else changed this at the same moment", "Read the current state and send the command again."),
    VERSION_MISMATCH(
            412,
            "The version has moved on",
            "Read what has happened since, then send the command again with the current ETag."),
    TOO_LARGE(413, "The request is too large", "Send less at once."),
    ADDRESS_TOO_LONG(414, "The address is too long", "Send a shorter path and query."),
    UNSUPPORTED_MEDIA_TYPE(415, "This media type is not understood", "Send application/json."),
    UNPROCESSABLE(422, "The request is well formed but impossible", "The detail says what contradicts what."),
    IDEMPOTENCY_KEY_REUSED(
            422,
            "The idempotency key was used for another request",
            "Draw a new key for every new command; repeat a key only with the same body."),
    TOO_MANY_REQUESTS(429, "Too many requests", "Wait as long as Retry-After says."),
    HEADERS_TOO_LARGE(
            431,
            "The headers are too large",
            "Send fewer or shorter ones; in a browser, delete the cookies of this host and sign in again."),
    INTERNAL(500, "Something went wrong on our side", "Try again; if it stays, report the traceId."),
    SERVICE_BROKEN(502, "The service behind this path broke off", "Try again; nothing half-done is kept."),
    SIGN_IN_UNAVAILABLE(
            503,
            "Nobody can be signed in right now",
            "The identity provider does not answer. Nothing is lost: try again in a moment."),
    SERVICE_UNREACHABLE(
            503,
            "The service behind this path does not answer",
            "Try again after as many seconds as Retry-After says."),
    SERVICE_BUSY(
            503, "The service behind this path is too busy", "Try again after as many seconds as Retry-After says."),
    OUTCOME_UNKNOWN(
            503,
            "The command may or may not have been recorded",
            "Send it again with the same Idempotency-Key: it is carried out once."),
    SERVICE_TOO_SLOW(
            504,
            "The service behind this path took too long",
            "Read the current state before you send a command again.");

    private final Meaning meaning;

    StandardProblem(int status, String title, String advice) {
        meaning = new Meaning(status, title, advice);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
