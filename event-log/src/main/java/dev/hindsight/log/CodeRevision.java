package dev.hindsight.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A digest of the code that a class is made of: itself and all classes of the same organisation that it reaches. It changes
 * by itself with every change that could give another result, so that nobody has to remember to count a number up.
 */
final class CodeRevision {

    private static final int DIGITS = 32;

    private CodeRevision() {}

    static String of(Class<?> root) {
        var loader = root.getClassLoader();
        var organisation = organisation(root);
        var found = new TreeMap<String, byte[]>();
        var waiting = new ArrayDeque<String>();
        waiting.add(root.getName().replace('.', '/'));
        while (!waiting.isEmpty()) {
            var name = waiting.remove();
            var code = found.containsKey(name) ? null : code(loader, name);
            if (code != null) {
                found.put(name, code);
                StreamSupport.stream(ClassFile.of().parse(code).constantPool().spliterator(), false)
                        .filter(ClassEntry.class::isInstance)
                        .map(entry -> ((ClassEntry) entry).asInternalName())
                        .filter(used -> used.startsWith(organisation))
                        .forEach(waiting::add);
            }
        }
        return digest(found);
    }

    private static String organisation(Class<?> root) {
        var parts = root.getName().split("\\.", 3);
        return parts.length < 3 ? "" : parts[0] + "/" + parts[1] + "/";
    }

    private static byte @Nullable [] code(ClassLoader loader, String name) {
        try (var file = loader.getResourceAsStream(name + ".class")) {
            return file == null ? null : file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(TreeMap<String, byte[]> found) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            found.values().forEach(sha::update);
            return HexFormat.of().formatHex(sha.digest()).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
