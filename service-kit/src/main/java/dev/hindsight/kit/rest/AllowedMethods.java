package dev.hindsight.kit.rest;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Knows the methods of each path from the annotations of the resources: a 405 must name them (RFC 9110 section 15.5.6),
 * and the framework does not.
 */
@Singleton
public class AllowedMethods {

    private final List<Endpoint> endpoints;

    AllowedMethods(BeanManager beans) {
        endpoints = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Arrays.stream(type.getMethods()).flatMap(method -> Endpoint.of(type, method)))
                .toList();
    }

    /** @param path with its slash in front */
    Collection<String> of(String path) {
        var allowed = new TreeSet<String>();
        endpoints.stream()
                .filter(endpoint -> endpoint.path.matcher(path).matches())
                .forEach(endpoint -> allowed.add(endpoint.method));
        if (allowed.contains(HttpMethod.GET)) {
            allowed.add(HttpMethod.HEAD);
        }
        if (!allowed.isEmpty()) {
            allowed.add(HttpMethod.OPTIONS);
        }
        return allowed;
    }

    private record Endpoint(String method, Pattern path) {

        static Stream<Endpoint> of(Class<?> resource, Method endpoint) {
            return Arrays.stream(endpoint.getAnnotations())
                    .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                    .flatMap(Stream::ofNullable)
                    .map(method -> new Endpoint(
                            method.value(),
                            pattern(
                                    resource.getAnnotation(Path.class),
                                    Optional.ofNullable(endpoint.getAnnotation(Path.class)))));
        }

        private static Pattern pattern(Path resource, Optional<Path> endpoint) {
            var path = new StringBuilder();
            Stream.concat(Stream.of(resource), endpoint.stream())
                    .flatMap(part -> Arrays.stream(part.value().split("/")))
                    .filter(segment -> !segment.isEmpty())
                    .forEach(segment ->
                            path.append('/').append(segment.startsWith("{") ? "[^/]+" : Pattern.quote(segment)));
            return Pattern.compile(path + "/?");
        }
    }
}
