package org.moatmark.api.export;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Draws our own charts, which know rectangles, circles, lines, shapes of straight lines, and text. What else stands in an
 * SVG is left out; nothing in it is ever fetched.
 */
final class Drawing {

    private final Element svg;
    private final Font regular;
    private final Font bold;

    Drawing(Element svg, Font regular, Font bold) {
        this.svg = svg;
        this.regular = regular;
        this.bold = bold;
    }

    double width() {
        return number(svg, "width", 100);
    }

    double height() {
        return number(svg, "height", 1);
    }

    void on(Graphics2D graphics) {
        for (Node node = svg.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                element(element, graphics);
            }
        }
    }

    private void element(Element element, Graphics2D graphics) {
        switch (name(element)) {
            case "rect" -> {
                double round = 2 * number(element, "rx", 0);
                paint(
                        element,
                        new RoundRectangle2D.Double(
                                number(element, "x", 0),
                                number(element, "y", 0),
                                number(element, "width", 0),
                                number(element, "height", 0),
                                round,
                                round),
                        graphics);
            }
            case "circle" -> {
                double radius = number(element, "r", 0);
                paint(
                        element,
                        new Ellipse2D.Double(
                                number(element, "cx", 0) - radius,
                                number(element, "cy", 0) - radius,
                                2 * radius,
                                2 * radius),
                        graphics);
            }
            case "line" ->
                paint(
                        element,
                        new Line2D.Double(
                                number(element, "x1", 0),
                                number(element, "y1", 0),
                                number(element, "x2", 0),
                                number(element, "y2", 0)),
                        graphics);
            case "path" -> paint(element, path(element.getAttribute("d")), graphics);
            case "text" -> text(element, graphics);
            default -> {
                // Title and description are said by the page around it.
            }
        }
    }

    private static Path2D path(String steps) {
        Path2D path = new Path2D.Double();
        for (String step : steps.split("(?=[MLZ])")) {
            if (step.startsWith("Z")) {
                path.closePath();
            } else if (!step.isBlank()) {
                String[] place = step.substring(1).strip().split("[ ,]+");
                double x = Double.parseDouble(place[0]);
                double y = Double.parseDouble(place[1]);
                if (step.startsWith("M")) {
                    path.moveTo(x, y);
                } else {
                    path.lineTo(x, y);
                }
            }
        }
        return path;
    }

    private static void paint(Element element, java.awt.Shape shape, Graphics2D graphics) {
        Color fill = "line".equals(name(element)) ? null : colour(element.getAttribute("fill"), Color.BLACK);
        if (fill != null) {
            graphics.setColor(fill);
            graphics.fill(shape);
        }
        Color stroke = colour(element.getAttribute("stroke"), null);
        if (stroke != null) {
            graphics.setColor(stroke);
            graphics.setStroke(stroke(element));
            graphics.draw(shape);
        }
    }

    private static BasicStroke stroke(Element element) {
        float width = (float) number(element, "stroke-width", 1);
        String dashes = element.getAttribute("stroke-dasharray");
        if (dashes.isEmpty()) {
            return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
        }
        String[] lengths = dashes.split("[ ,]+");
        float[] pattern = new float[lengths.length];
        for (int i = 0; i < pattern.length; i++) {
            pattern[i] = Float.parseFloat(lengths[i]);
        }
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, pattern, 0);
    }

    /** A line of text: of one piece, or of several that follow each other. */
    private void text(Element element, Graphics2D graphics) {
        List<Element> pieces = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element piece) {
                pieces.add(piece);
            }
        }
        if (pieces.isEmpty()) {
            pieces.add(element);
        }
        float size = (float) number(element, "font-size", 12);
        double length = 0;
        for (Element piece : pieces) {
            length += length(piece, size, graphics);
        }
        double x = number(element, "x", 0);
        String anchor = element.getAttribute("text-anchor");
        x -= "end".equals(anchor) ? length : "middle".equals(anchor) ? length / 2 : 0;
        for (Element piece : pieces) {
            Color fill = colour(piece.getAttribute("fill"), Color.BLACK);
            graphics.setColor(fill == null ? Color.BLACK : fill);
            graphics.setFont(drawn(piece, size));
            graphics.drawString(piece.getTextContent(), (float) x, (float) number(element, "y", 0));
            x += length(piece, size, graphics);
        }
    }

    private double length(Element piece, float size, Graphics2D graphics) {
        return font(piece, size)
                .getStringBounds(piece.getTextContent(), graphics.getFontRenderContext())
                .getWidth();
    }

    private Font font(Element piece, float size) {
        return (isBold(piece) ? bold : regular).deriveFont(size);
    }

    /** The face under the style by which the library of PDF knows it. */
    private Font drawn(Element piece, float size) {
        return isBold(piece) ? bold.deriveFont(Font.BOLD, size) : regular.deriveFont(size);
    }

    private static boolean isBold(Element piece) {
        return !piece.getAttribute("font-weight").isEmpty();
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
