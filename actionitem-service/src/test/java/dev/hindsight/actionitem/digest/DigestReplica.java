package dev.hindsight.actionitem.digest;

import dev.hindsight.actionitem.ReplicaLog;
import dev.hindsight.actionitem.ReplicaProcess;
import dev.hindsight.actionitem.domain.Digest;
import dev.hindsight.actionitem.notice.Notices;
import dev.hindsight.actionitem.notice.Noticing;
import dev.hindsight.actionitem.people.Directory;
import dev.hindsight.logkit.Leases;
import dev.hindsight.logkit.PolicyHistories;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/** A replica of the part of the service that tells people by mail; its clock stands still. */
final class DigestReplica {

    private static final String URL = "https://hindsight.example.test";

    private DigestReplica() {}

    /** The process itself: ends with its standard input. */
    public static void main(String[] arguments) throws Exception {
        var clock = Clock.fixed(Instant.parse(arguments[3]), ZoneOffset.UTC);
        var people = Directory.of(arguments[4], arguments[5]);
        var smtp = new Smtp(smtpAt(arguments[6]), URI.create(URL));
        try (var replica = new ReplicaLog(arguments[0], arguments[1], arguments[2])) {
            var jdbi = replica.jdbi();
            var histories = replica.histories();
            var policies = new PolicyHistories(histories);
            var axon = replica.configurer()
                    .configureAggregate(Digest.class)
                    .eventProcessing(processing -> processing
                            .registerEventHandler(_ -> new Noticing(jdbi, histories, policies))
                            .registerEventHandler(_ -> new DigestRecording(jdbi, histories)))
                    .buildConfiguration();
            replica.log().start(axon);
            var commands = axon.commandGateway();
            var deliveries = new Deliveries(
                    new Leases(jdbi, "actionitem"),
                    replica.log(),
                    new Composing(jdbi, commands, replica.log(), policies, clock, URI.create(URL)),
                    new Sending(
                            new Digests(jdbi, histories),
                            new Notices(jdbi),
                            policies,
                            people,
                            new Letters(histories, people, URL),
                            new Rendering(template("text.txt", "text/plain"), template("html.html", "text/html")),
                            smtp,
                            commands,
                            clock),
                    Duration.ofSeconds(1));
            ReplicaProcess.repeat(deliveries::tick);
        }
    }

    private static Template template(String name, String type) throws IOException {
        var engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of("text/html")))
                .build();
        try (var in = Objects.requireNonNull(DigestReplica.class.getResourceAsStream("/templates/digest/" + name))) {
            return engine.parse(
                    new String(in.readAllBytes(), StandardCharsets.UTF_8), Variant.forContentType(type), name);
        }
    }

    private static SmtpSettings smtpAt(String port) {
        return new SmallRyeConfigBuilder()
                .withMapping(SmtpSettings.class)
                .withDefaultValue("hindsight.smtp.host", "127.0.0.1")
                .withDefaultValue("hindsight.smtp.port", port)
                .withDefaultValue("hindsight.smtp.tls", "none")
                .withDefaultValue("hindsight.smtp.from", "Hindsight <hindsight@example.test>")
                .build()
                .getConfigMapping(SmtpSettings.class);
    }
}
