package org.moatmark.api.export;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import org.w3c.dom.Element;

/** Draws our own charts onto paper. */
final class Drawing {

    private static final double LATIN = 0.9;
    private static final int FIRST_WIDE = 0x2e80;

    private final Picture picture;
    private final Font regular;
    private final Font bold;

    Drawing(Element svg, Font regular, Font bold) {
        this.picture = Picture.of(svg);
        this.regular = regular;
        this.bold = bold;
    }

    double width() {
        return picture.width();
    }

    double height() {
        return picture.height();
    }

    void on(Graphics2D graphics) {
        picture.parts().forEach(part -> draw(part, graphics));
    }

    private void draw(Picture.Part part, Graphics2D graphics) {
        if (part instanceof Picture.Box box) {
            double round = 2 * box.round();
            paint(
                    box.paint(),
                    new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), round, round),
                    graphics);
        } else if (part instanceof Picture.Disc disc) {
            double size = 2 * disc.radius();
            paint(
                    disc.paint(),
                    new Ellipse2D.Double(disc.x() - disc.radius(), disc.y() - disc.radius(), size, size),
                    graphics);
        } else if (part instanceof Picture.Line line) {
            paint(line.paint(), new Line2D.Double(line.x1(), line.y1(), line.x2(), line.y2()), graphics);
        } else if (part instanceof Picture.Shape shape) {
            paint(shape.paint(), path(shape.points()), graphics);
        } else if (part instanceof Picture.Words words) {
            words(words, graphics);
        }
    }

    private static Path2D path(List<Double> points) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < points.size(); i += 2) {
            if (i == 0) {
                path.moveTo(points.get(i), points.get(i + 1));
            } else {
                path.lineTo(points.get(i), points.get(i + 1));
            }
        }
        path.closePath();
        return path;
    }

    private static void paint(Picture.Paint paint, Shape shape, Graphics2D graphics) {
        Color fill = paint.fill();
        if (fill != null) {
            graphics.setColor(fill);
            graphics.fill(shape);
        }
        Color stroke = paint.stroke();
        if (stroke != null) {
            graphics.setColor(stroke);
            graphics.setStroke(new BasicStroke((float) paint.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
            graphics.draw(shape);
        }
    }

    private void words(Picture.Words words, Graphics2D graphics) {
        float size = size(words);
        double length = 0;
        for (Picture.Piece piece : words.pieces()) {
            length += length(piece, size, graphics);
        }
        double x = words.x();
        x -= "end".equals(words.anchor()) ? length : "middle".equals(words.anchor()) ? length / 2 : 0;
        for (Picture.Piece piece : words.pieces()) {
            graphics.setColor(piece.colour());
            graphics.setFont(drawn(piece, size));
            graphics.drawString(piece.text(), (float) x, (float) words.y());
            x += length(piece, size, graphics);
        }
    }

    /** Latin letters of the faces on paper run wider than those that pictures are laid out for. */
    private static float size(Picture.Words words) {
        boolean latin =
                words.pieces().stream().allMatch(piece -> piece.text().chars().allMatch(one -> one < FIRST_WIDE));
        return (float) (latin ? words.size() * LATIN : words.size());
    }

    private double length(Picture.Piece piece, float size, Graphics2D graphics) {
        return (piece.bold() ? bold : regular)
                .deriveFont(size)
                .getStringBounds(piece.text(), graphics.getFontRenderContext())
                .getWidth();
    }

    /** The face under the style by which the library of PDF knows it. */
    private Font drawn(Picture.Piece piece, float size) {
        return piece.bold() ? bold.deriveFont(Font.BOLD, size) : regular.deriveFont(size);
    }
}
