package org.moatmark.api.export;

import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.RenderingContext;
import java.io.File;
import java.util.List;
import org.w3c.dom.Element;

/** Puts our charts onto the pages of a PDF, as wide as the text, with words that can be searched. */
final class ChartDrawer implements SVGDrawer {

    private final Faces faces;

    ChartDrawer(Faces faces) {
        this.faces = faces;
    }

    @Override
    public void importFontFaceRules(List<FontFaceRule> rules, SharedContext shared) {
        // Charts are drawn with the faces of the report.
    }

    @Override
    public void addFontFile(File file, String family, Integer weight, FontStyle style) {
        // As above.
    }

    @Override
    public SVGImage buildSVGImage(
            Element svg, Box box, CssContext context, double cssWidth, double cssHeight, double dotsPerPixel) {
        Drawing drawing = new Drawing(svg, faces.regular(), faces.bold());
        // What the picture says in words; the library of PDF looks for them where HTML has them.
        svg.setAttribute("alt", svg.getElementsByTagName("desc").item(0).getTextContent());
        double width = cssWidth > 0 ? cssWidth : drawing.width() * dotsPerPixel;
        double scale = width / drawing.width();
        return new Scaled(drawing, scale, scale / dotsPerPixel);
    }

    @Override
    public void close() {
        // Nothing is open.
    }

    /**
     * A chart at the size that it has on the page.
     *
     * @param drawing the chart
     * @param scale from its own pixels to the dots of the layout
     * @param pixels from its own pixels to those of the page
     */
    private record Scaled(Drawing drawing, double scale, double pixels) implements SVGImage {

        @Override
        public int getIntrinsicWidth() {
            return (int) StrictMath.rint(drawing.width() * scale);
        }

        @Override
        public int getIntrinsicHeight() {
            return (int) StrictMath.rint(drawing.height() * scale);
        }

        @Override
        public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
            device.drawWithGraphics((float) x, (float) y, getIntrinsicWidth(), getIntrinsicHeight(), graphics -> {
                graphics.scale(pixels, pixels);
                drawing.on(graphics);
            });
        }
    }
}
