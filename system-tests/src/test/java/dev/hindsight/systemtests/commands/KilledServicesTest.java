package dev.hindsight.systemtests.commands;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hindsight.systemtests.RunningStack;
import dev.hindsight.systemtests.authorization.Person;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Each process killed in turn while commands are under way: the others go on, each command is carried out once, and what
 * was projected meanwhile is what the log says.
 */
class KilledServicesTest {

    private static final String OPERATIONS = RunningStack.GATEWAY + "/api/operations/";
    private static final String JSON = "application/json";
    private static final List<String> SERVICES =
            List.of("incident-service", "actionitem-service", "reporting-service", "audit-service");
    private static final int PEOPLE = 2;

    private final ConcurrentLinkedQueue<Outage> outages = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean enough = new AtomicBoolean();

    @BeforeAll
    static void startStack() {
        RunningStack.startOnce();
    }

    @Test
    void loseNothingDoNothingTwiceAndProjectWhatTheLogSays() throws Exception {
        try (var people = Executors.newFixedThreadPool(PEOPLE)) {
            var working = new ArrayList<Future<?>>();
            for (int person = 0; person < PEOPLE; person++) {
                working.add(people.submit(this::workUntilItIsEnough));
            }
            for (var service : SERVICES) {
                killAndAwait(service);
            }
            killAndAwait("gateway");
            enough.set(true);
            for (var one : working) {
                one.get(2, MINUTES);
            }
        }

        assertThat(outages).hasSizeGreaterThan(PEOPLE).allSatisfy(Outage::mustBeRecordedOnce);
        SERVICES.forEach(KilledServicesTest::awaitUpToDate);
        var projected = Lists.now();
        for (var service : SERVICES) {
            projections(service).forEach(name -> rebuild(service, name));
        }
        assertThat(Lists.now()).isEqualTo(projected);
    }

    @Test
    void leaveTheOthersInUse() {
        for (var service : SERVICES) {
            RunningStack.kill(service);
            for (var other : SERVICES) {
                if (!other.equals(service)) {
                    assertThat(Lists.status(other))
                            .as("%s without %s", other, service)
                            .isEqualTo(200);
                }
            }
            assertThat(Person.named("responder")
                            .get(RunningStack.GATEWAY + "/api/me", JSON)
                            .statusCode())
                    .isEqualTo(200);
            RunningStack.awaitBack(service);
            await().atMost(1, MINUTES).until(() -> Lists.status(service) == 200);
        }
    }

    private void killAndAwait(String service) {
        int before = outages.size();
        RunningStack.kill(service);
        RunningStack.awaitBack(service);
        await().atMost(2, MINUTES).until(() -> outages.size() > before);
    }

    private void workUntilItIsEnough() {
        while (!enough.get()) {
            outages.add(Outage.recorded());
        }
    }

    private static void awaitUpToDate(String service) {
        await().atMost(1, MINUTES)
                .until(() -> Person.json(admin(service, "/projections").body())
                        .path("items")
                        .valueStream()
                        .allMatch(projection -> projection.path("lag").asLong(-1) == 0));
    }

    private static List<String> projections(String service) {
        return Person.json(admin(service, "/projections").body()).path("items").findValuesAsText("name");
    }

    private static void rebuild(String service, String name) {
        var path = "/projections/" + name;
        var begun = Person.named("admin").post(OPERATIONS + service + path + "/rebuild", JSON, "");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        await().atMost(1, MINUTES)
                .until(() -> Person.json(admin(service, path).body())
                        .at("/rebuild/state")
                        .asText()
                        .equals("COMPLETED"));
    }

    private static HttpResponse<String> admin(String service, String path) {
        return Person.named("admin").get(OPERATIONS + service + path, JSON);
    }
}
