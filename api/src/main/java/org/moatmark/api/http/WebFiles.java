package org.moatmark.api.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.moatmark.api.service.Tokens;
import org.moatmark.core.report.Brand;
import org.moatmark.core.report.HtmlReport;

/**
 * The scripts and styles of the pages. What is listed is served, under an address that names the build: {@code
 * /web/BUILD/NAME}, where the build is a hash of all of them. So a browser may keep a file for ever, and modules that import
 * each other by a relative address always meet those of their own build.
 */
final class WebFiles {

    /** As in the pom; a test holds the two together. */
    static final String PICO = "/META-INF/resources/webjars/picocss__pico/2.1.1/css/pico.min.css";

    private static final String FOLDER = "/web/files/";

    /** What a module needs before it runs; what it fetches when it is wanted, {@code import('./x.js')}, is not. */
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^(?:import|export) [^'\"(]*?['\"]\\./([a-z0-9-]+\\.js)['\"]");

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final String build;

    WebFiles(PageWords words) {
        for (String name : lines("/web/files/index.txt")) {
            files.put(name, Library.resource(FOLDER + name));
        }
        files.put("pico.css", Library.resource(PICO));
        files.put("report.css", HtmlReport.css(Brand.NONE).getBytes(StandardCharsets.UTF_8));
        for (String area : words.areas()) {
            for (String language : PageWords.LANGUAGES) {
                files.put(PageWords.module(area, language), words.script(area, language));
            }
        }
        StringBuilder hashes = new StringBuilder();
        files.forEach((name, bytes) ->
                hashes.append(name).append(' ').append(Tokens.hash(bytes)).append('\n'));
        build = Tokens.hash(hashes.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 12);
    }

    /** The lines of a text file of the jar, without empty ones. */
    static List<String> lines(String path) {
        return new String(Library.resource(path), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    Set<String> names() {
        return files.keySet();
    }

    /** The address of a file. */
    String address(String name) {
        if (!files.containsKey(name)) {
            throw new IllegalArgumentException("There is no web file '" + name + "'; is it in web/files/index.txt?");
        }
        return "/web/" + build + "/" + name;
    }

    /** A module and all that it imports, itself first. */
    List<String> modules(String entry) {
        Set<String> found = new LinkedHashSet<>(List.of(entry));
        List<String> next = new ArrayList<>(found);
        while (!next.isEmpty()) {
            Matcher imports = IMPORT.matcher(new String(file(next.remove(0)), StandardCharsets.UTF_8));
            while (imports.find()) {
                if (found.add(imports.group(1))) {
                    next.add(imports.group(1));
                }
            }
        }
        return List.copyOf(found);
    }

    private byte[] file(String name) {
        byte[] bytes = files.get(name);
        if (bytes == null) {
            throw Halt.of(Slug.NOT_FOUND);
        }
        return bytes;
    }

    /** A page of another build, from another process or before an update, gets the present file, but not for long. */
    Answer answer(Call call) {
        String name = call.part("file");
        byte[] bytes = file(name);
        boolean same = build.equals(call.part("build"));
        return ETags.byContent(Answer.bytes(200, type(name), bytes))
                .with("Cache-Control", same ? "public, max-age=31536000, immutable" : "public, no-cache");
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "js" -> "text/javascript;charset=utf-8";
            case "css" -> "text/css;charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> throw new IllegalArgumentException("Web file '" + name + "' is of no known type.");
        };
    }
}
