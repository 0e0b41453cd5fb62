package org.moatmark.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.moatmark.api.http.Place;
import org.moatmark.api.http.Rates;
import org.moatmark.api.service.Tokens;
import org.moatmark.api.store.ErasedList;
import org.moatmark.api.store.Location;
import org.moatmark.api.store.StartRefused;

/**
 * What {@code serve} is told by the environment: {@code MOATMARK_PORT} and so on, or else the system property
 * {@code moatmark.port}.
 *
 * @param place where to listen and under which names to answer
 * @param database where the data are
 * @param ownerKey the owner key to install at the first start, or null to make one
 * @param demo whether the first start makes the demo
 * @param rates how often may be asked, or null for what is usual
 * @param erased where erasures are noted outside the database, or null where they are not
 */
record Settings(
        Place place,
        Location database,
        @Nullable String ownerKey,
        boolean demo,
        @Nullable Rates rates,
        @Nullable Path erased) {

    /** What is usual beside what must be said. */
    Settings(Place place, Location database, @Nullable String ownerKey, boolean demo) {
        this(place, database, ownerKey, demo, null, erased(null, database));
    }

    private static final Pattern OWNER_KEY = Pattern.compile("[\\x21-\\x7e]{32,200}");
    private static final Pattern RATE = Pattern.compile("\\s*([a-z]+)\\s*=\\s*([1-9]\\d{0,8})\\s*");
    private static final Pattern HOST = Pattern.compile("[0-9A-Za-z.:\\[\\]-]{1,253}");

    /** Reads the settings of this process. */
    static Settings ofProcess() {
        return of(System.getenv()::get, System::getProperty);
    }

    /**
     * Reads settings.
     *
     * @param environment value by name, such as {@code MOATMARK_PORT}
     * @param properties value by name, such as {@code moatmark.port}; read where the environment says nothing
     * @return the settings
     * @throws StartRefused if one of them cannot be used
     */
    static Settings of(UnaryOperator<@Nullable String> environment, UnaryOperator<@Nullable String> properties) {
        Source source = new Source(environment, properties);
        String url = source.get("PUBLIC_URL");
        Place place = new Place(
                host(source), port(source), url == null ? null : publicUrl(url), proxies(source), metrics(source));
        Location database = database(source);
        return new Settings(
                place, database, ownerKey(source), demo(source), rates(source), erased(source.get("ERASED"), database));
    }

    /** Where settings come from. */
    private record Source(UnaryOperator<@Nullable String> environment, UnaryOperator<@Nullable String> properties) {
        @Nullable
        String get(String name) {
            String value = environment.apply("MOATMARK_" + name);
            if (value == null || value.isBlank()) {
                value = properties.apply(
                        "moatmark." + name.toLowerCase(Locale.ROOT).replace('_', '.'));
            }
            return value == null || value.isBlank() ? null : value.strip();
        }
    }

    private static String host(Source source) {
        String host = source.get("HOST");
        if (host == null) {
            return "127.0.0.1";
        }
        if (!HOST.matcher(host).matches()) {
            throw new StartRefused(
                    "MOATMARK_HOST is no address; write one such as 127.0.0.1 or 0.0.0.0.",
                    "MOATMARK_HOST がアドレスではありません。127.0.0.1 や 0.0.0.0 のように指定してください。");
        }
        return host;
    }

    private static int port(Source source) {
        Integer port = port(source, "PORT");
        return port == null ? 8080 : port;
    }

    private static @Nullable Integer metrics(Source source) {
        return port(source, "METRICS_PORT");
    }

    private static @Nullable Integer port(Source source, String name) {
        String port = source.get(name);
        if (port == null) {
            return null;
        }
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new StartRefused(
                    "MOATMARK_" + name + " is no port; write a number from 0 (any) to 65535.",
                    "MOATMARK_" + name + " がポート番号ではありません。0（自動）～65535の数を指定してください。");
        }
        return Integer.parseInt(port);
    }

    /** Where the data of this process are. */
    static Location location() {
        return database(new Source(System.getenv()::get, System::getProperty));
    }

    private static Location database(Source source) {
        String database = source.get("DB");
        return Location.of(database == null ? "moatmark.db" : database);
    }

    /** Where erasures of these data are noted, for commands that need no other setting. */
    static @Nullable Path listOfErasures() {
        Source source = new Source(System.getenv()::get, System::getProperty);
        return erased(source.get("ERASED"), database(source));
    }

    private static @Nullable Path erased(@Nullable String named, Location database) {
        if (named != null) {
            try {
                return Path.of(named);
            } catch (InvalidPathException noPath) {
                throw new StartRefused(
                        "MOATMARK_ERASED is no name of a file.", "MOATMARK_ERASED はファイル名として使えません。", noPath);
            }
        }
        return database instanceof Location.File file ? ErasedList.beside(file.path()) : null;
    }

    private static @Nullable String ownerKey(Source source) {
        String key = source.get("OWNER_KEY");
        if (key != null && !OWNER_KEY.matcher(key).matches()) {
            throw new StartRefused(
                    "MOATMARK_OWNER_KEY is not 32 to 200 visible ASCII characters without blanks.",
                    "MOATMARK_OWNER_KEY は、空白を含まない32～200文字のASCII文字（見える文字）で指定してください。");
        }
        if (key != null && Tokens.isBroken(key)) {
            throw new StartRefused(
                    "MOATMARK_OWNER_KEY looks like a generated key and has a wrong checksum; is it whole?",
                    "MOATMARK_OWNER_KEY は発行されたキーの形をしていますが、検査文字が合いません。全体がそろっているか確認してください。");
        }
        return key;
    }

    private static boolean demo(Source source) {
        String demo = source.get("DEMO");
        if (demo == null || "false".equals(demo)) {
            return false;
        } else if ("true".equals(demo)) {
            return true;
        }
        throw new StartRefused("MOATMARK_DEMO is neither true nor false.", "MOATMARK_DEMO には true か false を指定してください。");
    }

    /** Rates by name, such as {@code address=600,key=6000}; the others stay as usual. */
    private static @Nullable Rates rates(Source source) {
        String given = source.get("RATES");
        if (given == null) {
            return null;
        }
        Rates rates = Rates.USUAL;
        for (String one : given.split(",", -1)) {
            Matcher rate = RATE.matcher(one);
            if (!rate.matches() || !Rates.NAMES.contains(rate.group(1))) {
                throw new StartRefused(
                        "MOATMARK_RATES is no list such as address=600,key=6000: calls a minute, for "
                                + String.join(", ", Rates.NAMES) + ".",
                        "MOATMARK_RATES は address=600,key=6000 のような形（1分当たりの回数）で指定してください。使える名前："
                                + String.join(", ", Rates.NAMES));
            }
            rates = rates.with(rate.group(1), Integer.parseInt(rate.group(2)));
        }
        return rates;
    }

    private static String publicUrl(String url) {
        try {
            URI uri = new URI(url);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getUserInfo() == null && uri.getQuery() == null) {
                return url;
            }
        } catch (URISyntaxException noUrl) {
            throw noPublicUrl(noUrl);
        }
        throw noPublicUrl(null);
    }

    private static StartRefused noPublicUrl(@Nullable URISyntaxException cause) {
        return new StartRefused(
                "MOATMARK_PUBLIC_URL is no address such as https://moatmark.example.org.",
                "MOATMARK_PUBLIC_URL は https://moatmark.example.org のようなアドレスで指定してください。",
                cause);
    }

    private static List<String> proxies(Source source) {
        String proxies = source.get("PROXY");
        return proxies == null
                ? List.of()
                : Arrays.stream(proxies.split("[,\\s]+"))
                        .filter(address -> !address.isEmpty())
                        .toList();
    }
}
