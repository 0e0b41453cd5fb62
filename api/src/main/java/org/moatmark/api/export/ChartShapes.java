package org.moatmark.api.export;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.sl.usermodel.ShapeType;
import org.apache.poi.sl.usermodel.TextParagraph.TextAlign;
import org.apache.poi.sl.usermodel.VerticalAlignment;
import org.apache.poi.xslf.usermodel.XSLFAutoShape;
import org.apache.poi.xslf.usermodel.XSLFConnectorShape;
import org.apache.poi.xslf.usermodel.XSLFFreeformShape;
import org.apache.poi.xslf.usermodel.XSLFGroupShape;
import org.apache.poi.xslf.usermodel.XSLFSimpleShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.moatmark.core.report.Chart;
import org.moatmark.core.report.ChartStyle;
import org.moatmark.core.report.Deck;
import org.openxmlformats.schemas.drawingml.x2006.main.CTNonVisualDrawingProps;
import org.openxmlformats.schemas.presentationml.x2006.main.CTGroupShape;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Draws a chart onto a slide as a group of shapes and words: sharp at every size, the same in every program, and open to
 * whoever wants to change a word. The group has the text alternative of the chart.
 */
final class ChartShapes {

    private static final int NARROWEST = 380;
    private static final int WIDEST = 1_480;
    private static final int STEP = 40;

    /** A wider picture with words hardly smaller is the better one. */
    private static final double AS_GOOD = 0.98;

    /** Words of a chart are 13 high; more than this they are never enlarged. */
    private static final double LARGEST = 1.25;

    private static final double LINE = 1.5;
    private static final double MIDDLE = 0.35;

    private final Picture picture;
    private final String language;
    private final double left;
    private final double top;
    private final double scale;

    private ChartShapes(Picture picture, String language, Rectangle2D box, double scale) {
        this.picture = picture;
        this.language = language;
        this.scale = scale;
        this.left = box.getX() + (box.getWidth() - picture.width() * scale) / 2;
        this.top = box.getY();
    }

    /** Draws a chart as large as the box allows. */
    static void draw(Chart chart, Deck deck, XSLFSlide slide, Rectangle2D box) {
        ChartStyle style = ChartStyle.standalone(deck.language()).withHeading(false);
        String accent = deck.brand().accent();
        ChartStyle own = accent == null ? style : style.withAccent(accent);
        Picture best = picture(chart, own, NARROWEST);
        double scale = fit(best, box);
        for (int width = NARROWEST + STEP; width <= WIDEST; width += STEP) {
            Picture wider = picture(chart, own, width);
            double fits = fit(wider, box);
            if (fits > scale * AS_GOOD) {
                best = wider;
                scale = fits;
            }
        }
        new ChartShapes(best, DeckTemplate.language(deck), box, scale).on(slide);
    }

    private static Picture picture(Chart chart, ChartStyle style, int width) {
        return Picture.of(svg(chart.svg(style.withWidth(width))));
    }

    private static double fit(Picture picture, Rectangle2D box) {
        return Math.min(LARGEST, Math.min(box.getWidth() / picture.width(), box.getHeight() / picture.height()));
    }

    private static Element svg(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException impossible) {
            throw new IllegalStateException("Our own pictures are XML.", impossible);
        }
    }

    private void on(XSLFSlide slide) {
        XSLFGroupShape group = slide.createGroup();
        Rectangle2D whole = new Rectangle2D.Double(left, top, picture.width() * scale, picture.height() * scale);
        group.setAnchor(whole);
        group.setInteriorAnchor(whole);
        CTNonVisualDrawingProps names =
                ((CTGroupShape) group.getXmlObject()).getNvGrpSpPr().getCNvPr();
        names.setName(picture.title());
        names.setDescr(picture.description());
        picture.parts().forEach(part -> add(part, group));
    }

    private void add(Picture.Part part, XSLFGroupShape group) {
        if (part instanceof Picture.Box box) {
            XSLFAutoShape shape = group.createAutoShape();
            shape.setShapeType(box.round() > 0 ? ShapeType.ROUND_RECT : ShapeType.RECT);
            shape.setAnchor(place(box.x(), box.y(), box.width(), box.height()));
            paint(shape, box.paint());
        } else if (part instanceof Picture.Disc disc) {
            XSLFAutoShape shape = group.createAutoShape();
            shape.setShapeType(ShapeType.ELLIPSE);
            double size = 2 * disc.radius();
            shape.setAnchor(place(disc.x() - disc.radius(), disc.y() - disc.radius(), size, size));
            paint(shape, disc.paint());
        } else if (part instanceof Picture.Line line) {
            line(line, group);
        } else if (part instanceof Picture.Shape closed) {
            XSLFFreeformShape shape = group.createFreeform();
            shape.setPath(path(closed.points()));
            paint(shape, closed.paint());
        } else if (part instanceof Picture.Words words) {
            words(words, group);
        }
    }

    private void line(Picture.Line line, XSLFGroupShape group) {
        XSLFConnectorShape shape = group.createConnector();
        shape.setShapeType(ShapeType.LINE);
        shape.setAnchor(place(
                Math.min(line.x1(), line.x2()),
                Math.min(line.y1(), line.y2()),
                Math.abs(line.x2() - line.x1()),
                Math.abs(line.y2() - line.y1())));
        shape.setFlipVertical((line.x2() - line.x1()) * (line.y2() - line.y1()) < 0);
        paint(shape, line.paint());
    }

    private Path2D.Double path(List<Double> points) {
        Path2D.Double path = new Path2D.Double();
        for (int i = 0; i < points.size(); i += 2) {
            double x = left + points.get(i) * scale;
            double y = top + points.get(i + 1) * scale;
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
        }
        path.closePath();
        return path;
    }

    private Rectangle2D place(double x, double y, double width, double height) {
        return new Rectangle2D.Double(left + x * scale, top + y * scale, width * scale, height * scale);
    }

    private void paint(XSLFSimpleShape shape, Picture.Paint paint) {
        if (!(shape instanceof XSLFConnectorShape)) {
            shape.setFillColor(paint.fill());
        }
        Color stroke = paint.stroke();
        if (stroke != null) {
            shape.setLineColor(stroke);
            shape.setLineWidth(paint.width() * scale);
        } else {
            shape.setLineColor(null);
        }
    }

    /** A line of words in a box that is wide enough in every face, set around its middle. */
    private void words(Picture.Words words, XSLFGroupShape group) {
        double size = words.size() * scale;
        String whole =
                String.join("", words.pieces().stream().map(Picture.Piece::text).toList());
        double width = Fitting.width(whole, size) * 1.1 + size;
        double height = size * LINE;
        double x = left + words.x() * scale;
        double from = switch (words.anchor()) {
            case "end" -> x - width;
            case "middle" -> x - width / 2;
            default -> x;
        };
        XSLFTextBox box = group.createTextBox();
        double middle = top + words.y() * scale - size * MIDDLE;
        box.setAnchor(new Rectangle2D.Double(from, middle - height / 2, width, height));
        SlideText.bare(box, 0);
        box.setWordWrap(false);
        box.setVerticalAlignment(VerticalAlignment.MIDDLE);
        var paragraph = box.addNewTextParagraph();
        paragraph.setTextAlign(
                switch (words.anchor()) {
                    case "end" -> TextAlign.RIGHT;
                    case "middle" -> TextAlign.CENTER;
                    default -> TextAlign.LEFT;
                });
        for (Picture.Piece piece : words.pieces()) {
            XSLFTextRun run = paragraph.addNewTextRun();
            SlideText.set(run, piece.text(), size, language);
            run.setBold(piece.bold());
            run.setFontColor(piece.colour());
        }
    }
}
