package org.moatmark.api.export;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * One of our charts, read: rectangles, circles, lines, shapes of straight lines, and words. What else stands in an SVG is
 * left out, and nothing in it is ever fetched.
 *
 * @param width in pixels
 * @param height in pixels
 * @param title what it is called
 * @param description what it shows, in words
 * @param parts from the bottom to the top
 */
record Picture(double width, double height, String title, String description, List<Part> parts) {

    Picture {
        parts = List.copyOf(parts);
    }

    /** Something that is drawn. */
    sealed interface Part {}

    /**
     * How it is painted.
     *
     * @param fill inside, or null
     * @param stroke its line, or null
     * @param width of the line
     */
    record Paint(@Nullable Color fill, @Nullable Color stroke, double width) {}

    /** A rectangle; {@code round} is the radius of its corners. */
    record Box(double x, double y, double width, double height, double round, Paint paint) implements Part {}

    /** A circle. */
    record Disc(double x, double y, double radius, Paint paint) implements Part {}

    /** A line. */
    record Line(double x1, double y1, double x2, double y2, Paint paint) implements Part {}

    /** A closed shape through points, x and y in turn. */
    record Shape(List<Double> points, Paint paint) implements Part {
        Shape {
            points = List.copyOf(points);
        }
    }

    /** A line of words that begins, ends or has its middle at a place on its base line. */
    record Words(double x, double y, double size, String anchor, List<Piece> pieces) implements Part {
        Words {
            pieces = List.copyOf(pieces);
        }
    }

    /** Words in one colour. */
    record Piece(String text, boolean bold, Color colour) {}

    static Picture of(Element svg) {
        String title = "";
        String description = "";
        List<Part> parts = new ArrayList<>();
        for (Element element : children(svg)) {
            switch (name(element)) {
                case "title" -> title = element.getTextContent();
                case "desc" -> description = element.getTextContent();
                default -> add(element, parts);
            }
        }
        return new Picture(number(svg, "width", 100), number(svg, "height", 1), title, description, parts);
    }

    private static void add(Element element, List<Part> parts) {
        switch (name(element)) {
            case "rect" ->
                parts.add(new Box(
                        number(element, "x", 0),
                        number(element, "y", 0),
                        number(element, "width", 0),
                        number(element, "height", 0),
                        number(element, "rx", 0),
                        paint(element)));
            case "circle" ->
                parts.add(new Disc(
                        number(element, "cx", 0), number(element, "cy", 0), number(element, "r", 0), paint(element)));
            case "line" ->
                parts.add(new Line(
                        number(element, "x1", 0),
                        number(element, "y1", 0),
                        number(element, "x2", 0),
                        number(element, "y2", 0),
                        paint(element)));
            case "path" -> parts.add(new Shape(points(element.getAttribute("d")), paint(element)));
            case "text" -> parts.add(words(element));
            default -> {
                // Nothing else is in our charts.
            }
        }
    }

    private static Paint paint(Element element) {
        Color fill = "line".equals(name(element)) ? null : colour(element.getAttribute("fill"), Color.BLACK);
        return new Paint(fill, colour(element.getAttribute("stroke"), null), number(element, "stroke-width", 1));
    }

    private static List<Double> points(String steps) {
        List<Double> points = new ArrayList<>();
        for (String step : steps.split("[MLZ]")) {
            if (!step.isBlank()) {
                String[] place = step.strip().split("[ ,]+");
                points.add(Double.valueOf(place[0]));
                points.add(Double.valueOf(place[1]));
            }
        }
        return points;
    }

    /** A line of text: of one piece, or of several that follow each other. */
    private static Words words(Element element) {
        List<Element> spans = children(element);
        List<Piece> pieces = new ArrayList<>();
        for (Element span : spans.isEmpty() ? List.of(element) : spans) {
            Color colour = colour(span.getAttribute("fill"), Color.BLACK);
            pieces.add(new Piece(
                    span.getTextContent(),
                    !span.getAttribute("font-weight").isEmpty(),
                    colour == null ? Color.BLACK : colour));
        }
        return new Words(
                number(element, "x", 0),
                number(element, "y", 0),
                number(element, "font-size", 12),
                element.getAttribute("text-anchor"),
                pieces);
    }

    private static List<Element> children(Element of) {
        List<Element> children = new ArrayList<>();
        for (Node node = of.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static @Nullable Color colour(String value, @Nullable Color otherwise) {
        if (value.isEmpty()) {
            return otherwise;
        }
        return value.startsWith("#") ? Color.decode(value) : null;
    }

    private static String name(Element element) {
        String name = element.getLocalName() == null ? element.getTagName() : element.getLocalName();
        return name.toLowerCase(Locale.ROOT);
    }

    private static double number(Element element, String attribute, double otherwise) {
        String value = element.getAttribute(attribute);
        return value.isEmpty() ? otherwise : Double.parseDouble(value);
    }
}
