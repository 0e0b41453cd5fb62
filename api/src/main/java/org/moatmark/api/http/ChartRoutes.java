package org.moatmark.api.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moatmark.core.issue.Issue;
import org.moatmark.core.issue.Words;
import org.moatmark.core.json.ChartJson;
import org.moatmark.core.report.Chart;
import org.moatmark.core.report.ChartStyle;
import org.moatmark.core.report.Charts;
import org.moatmark.core.report.LikertBars;

/**
 * {@code /v1/assessments/{assessment}/results/{questionnaire}/charts/{chart}}: a picture where the name ends in
 * {@code .svg}, its table where it ends in {@code .csv}, else all in words and numbers.
 */
final class ChartRoutes {

    private static final String SVG = "image/svg+xml";
    private static final String CSV = "text/csv";
    private static final String UTF_8 = ";charset=utf-8";
    private static final String LANGUAGE = "lang";
    private static final String WIDTH = "width";
    private static final String THEME = "theme";
    private static final String VARIANT = "variant";
    private static final String DIVERGING = "diverging";
    private static final String STACKED = "stacked";
    private static final String NODE = "node";
    private static final String SINCE = "since";
    private static final List<String> LANGUAGES = List.of("en", "ja");

    private ChartRoutes() {}

    static List<Route> routes() {
        return Vantage.everywhere(from -> Stream.of(from.of("/charts/:chart", ChartRoutes::get)
                .giving(Answer.JSON, SVG, CSV)
                .alsoKnowing(List.of(LANGUAGE, WIDTH, THEME, VARIANT, NODE))
                .alsoKnowing(from == Vantage.KEY ? List.of(SINCE) : List.of())
                .costing(5)));
    }

    private static Answer get(Call call) {
        Parameters query = call.parameters();
        String language = choice(query, LANGUAGE, call.language(), LANGUAGES);
        ChartStyle style = ChartStyle.standalone(language)
                .withWidth(width(query.get(WIDTH)))
                .withTheme(
                        "dark".equals(choice(query, THEME, "light", List.of("light", "dark")))
                                ? ChartStyle.Theme.DARK
                                : ChartStyle.Theme.LIGHT);
        boolean diverging = DIVERGING.equals(choice(query, VARIANT, STACKED, List.of(STACKED, DIVERGING)));
        String file = call.part("chart");
        int dot = file.lastIndexOf('.');
        String name = dot < 0 ? file : file.substring(0, dot);
        String type = type(dot < 0 ? "" : file.substring(dot), call.type());
        Sight sight = Sight.of(call);
        Chart chart = chart(call, sight, name);
        if (diverging && chart instanceof LikertBars bars) {
            chart = bars.parted();
        }
        return sight.fileName(call.part("questionnaire"), name + end(type))
                .shown(ETags.byContent(answer(chart, type, style)).with("Content-Language", language));
    }

    private static Answer answer(Chart chart, String type, ChartStyle style) {
        return switch (type) {
            case SVG -> Answer.text(200, SVG + UTF_8, chart.svg(style));
            case CSV ->
                Answer.text(200, CSV + UTF_8, chart.table(style.language()).csv());
            default -> Answer.json(200, ChartJson.document(chart, style.language()));
        };
    }

    private static String end(String type) {
        return switch (type) {
            case SVG -> ".svg";
            case CSV -> ".csv";
            default -> ".json";
        };
    }

    private static String type(String end, String accepted) {
        return switch (end) {
            case "" -> accepted;
            case ".svg" -> SVG;
            case ".csv" -> CSV;
            case ".json" -> Answer.JSON;
            default -> throw Halt.of(Slug.NOT_FOUND);
        };
    }

    private static Chart chart(Call call, Sight sight, String name) {
        String questionnaire = call.part("questionnaire");
        Charts charts = sight.charts(questionnaire);
        String since = call.parameters().get(SINCE);
        if (since != null) {
            charts = charts.since(Sight.of(call, since).charts(questionnaire));
        }
        String node = call.parameters().get(NODE);
        Optional<Chart> found = charts.find(name, node);
        if (found.isPresent()) {
            return found.get();
        }
        throw charts.names().contains(name) ? noNode(node) : noChart(name, charts.names());
    }

    private static Halt noNode(@Nullable String node) {
        return Halt.parameter(
                NODE,
                new Words("There is no node '" + node + "' in this questionnaire.", "この質問票にノード「" + node + "」はありません。"),
                new Words("Name a node of the questionnaire, such as M1.", "M1 のように質問票のノードを指定してください。"),
                List.of());
    }

    private static Halt noChart(String name, List<String> names) {
        Words message = new Words("There is no chart '" + name + "' of this result.", "この結果にグラフ「" + name + "」はありません。");
        String all = String.join(", ", names);
        Words hint = new Words("There are: " + all + ".", "次のグラフがあります：" + all + "。");
        return Halt.of(Slug.NOT_FOUND, List.of(new Issue("unknown-chart", "", message, hint)))
                .allowing("", names);
    }

    private static String choice(Parameters query, String name, String usual, List<String> known) {
        String given = query.get(name);
        if (given == null) {
            return usual;
        } else if (known.contains(given)) {
            return given;
        }
        String all = String.join(", ", known);
        throw Halt.parameter(
                name,
                new Words(
                        "Parameter '" + name + "' is none of: " + all + ".",
                        "パラメーター「" + name + "」は次のいずれでもありません：" + all + "。"),
                new Words("Write one of: " + all + ".", "次のいずれかを指定してください：" + all + "。"),
                known);
    }

    private static int width(@Nullable String text) {
        int usual = ChartStyle.standalone("en").width();
        if (text == null) {
            return usual;
        }
        int width = text.matches("[1-9]\\d{0,3}") ? Integer.parseInt(text) : 0;
        if (width >= ChartStyle.LEAST_WIDTH && width <= ChartStyle.MOST_WIDTH) {
            return width;
        }
        String span = String.format(Locale.ROOT, "%d to %d", ChartStyle.LEAST_WIDTH, ChartStyle.MOST_WIDTH);
        String bis = ChartStyle.LEAST_WIDTH + "から" + ChartStyle.MOST_WIDTH;
        throw Halt.parameter(
                WIDTH,
                new Words(
                        "Parameter 'width' is no whole number from " + span + ".",
                        "パラメーター「width」は" + bis + "の整数ではありません。"),
                new Words("Give a whole number from " + span + ".", bis + "の整数を指定してください。"),
                List.of());
    }
}
