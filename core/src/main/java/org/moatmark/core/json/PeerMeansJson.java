package org.moatmark.core.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.moatmark.core.benchmark.PeerMeans;

/** Means of peers, kept between two snapshots: written and read back by the same program, not for others. */
public final class PeerMeansJson {

    private PeerMeansJson() {}

    /**
     * Writes means.
     *
     * @param means the means
     * @return compact JSON
     */
    public static String write(PeerMeans means) {
        return CompactJson.of(new ObjectBuilder()
                .texts("companies", means.companies())
                .list(
                        "means",
                        means.means(),
                        mean -> new ObjectBuilder()
                                .put("key", mean.key())
                                .put("n", mean.n())
                                .put("mean", Double.valueOf(mean.mean()))
                                .done())
                .done());
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param json the text
     * @return the means
     * @throws IllegalArgumentException if it is something else
     */
    public static PeerMeans read(String json) {
        try {
            JsonObject document = (JsonObject) JsonTree.parse(json).orThrow();
            List<String> companies = new ArrayList<>();
            for (JsonValue one : list(document, "companies")) {
                companies.add(((JsonString) one).value());
            }
            List<PeerMeans.Mean> means = new ArrayList<>();
            for (JsonValue one : list(document, "means")) {
                JsonObject mean = (JsonObject) one;
                means.add(new PeerMeans.Mean(
                        ((JsonString) Objects.requireNonNull(mean.get("key"))).value(),
                        (int) ((JsonNumber) Objects.requireNonNull(mean.get("n"))).value(),
                        ((JsonNumber) Objects.requireNonNull(mean.get("mean"))).value()));
            }
            return new PeerMeans(companies, means);
        } catch (ClassCastException | NullPointerException other) {
            throw new IllegalArgumentException("These are no means of peers.", other);
        }
    }

    private static List<JsonValue> list(JsonObject in, String key) {
        return ((JsonArray) Objects.requireNonNull(in.get(key))).values();
    }
}
