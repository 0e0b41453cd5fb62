package org.moatmark.core.json;

import java.util.List;
import org.moatmark.core.issue.Checked;
import org.moatmark.core.report.Result;

/** Result documents ({@code moatmark/result/1}), in and out. */
public final class ResultJson {

    private ResultJson() {}

    /**
     * The document of a result; a {@link ResultWriter} is quicker for many.
     *
     * @param result a result
     * @return compact JSON
     */
    public static String write(Result result) {
        return new ResultWriter().toText(result);
    }

    /**
     * Reads a result. Properties that this version does not know are passed over, since results may grow; all else is
     * read as strictly as a wave.
     *
     * @param json the document
     * @return the result, or every fault in document order
     */
    public static Checked<Result> read(String json) {
        return read(JsonTree.read(json));
    }

    /**
     * Reads a result.
     *
     * @param utf8 the document in UTF-8
     * @return the result, or every fault in document order
     */
    public static Checked<Result> read(byte[] utf8) {
        return read(JsonTree.read(utf8));
    }

    /**
     * Reads a result.
     *
     * @param tree the document
     * @return the result, or every fault in document order
     */
    public static Checked<Result> read(JsonValue tree) {
        return read(new JsonTree.Parsed(tree, List.of()));
    }

    private static Checked<Result> read(JsonTree.Parsed parsed) {
        if (parsed.tree() == null) {
            return new Checked.Invalid<>(parsed.issues());
        }
        Faults faults = new Faults();
        faults.addAll(parsed.issues());
        Result read = new ResultReader(faults).read(parsed.tree());
        return faults.result(parsed.tree(), () -> {
            if (read == null) {
                throw new IllegalStateException("A result without a fault could not be built.");
            }
            return read;
        });
    }
}
