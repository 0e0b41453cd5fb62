package org.moatmark.api.export;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.sl.usermodel.ShapeType;
import org.apache.poi.sl.usermodel.TextParagraph.TextAlign;
import org.apache.poi.sl.usermodel.VerticalAlignment;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFAutoShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.moatmark.core.report.Block;
import org.moatmark.core.report.Chart;
import org.moatmark.core.report.Deck;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextField;

/** Adds the slides of a deck to its presentation; places are in points of a slide of 960 by 540. */
final class SlideMaker {

    private static final String KICKER = "Kicker";
    private static final String NUMBER_ID = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}";
    private static final double LEFT = 48;
    private static final double WIDTH = 864;
    private static final double TITLE_HEIGHT = 78;
    private static final double TOP = 132;
    private static final double HEIGHT = 360;
    private static final double SPLIT_TEXT = 396;
    private static final double GUTTER = 24;
    private static final double TILE_HEIGHT = 108;
    private static final double TILE_GAP = 16;
    private static final double TILE_EDGE = 12;
    private static final double TEXT_TOP = 262;
    private static final double BULLET = 16;
    private static final double KICKER_SIZE = 13;
    private static final double FOOTER_SIZE = 10;
    private static final double[] TITLES = {26, 24, 22, 20, 18, 16};
    private static final double[] TEXTS = {18, 17, 16, 15, 14, 13, 12, 11, 10};
    private static final double[] LARGE = {32, 28, 24, 20, 16};
    private static final double[] SMALL = {13, 12, 11};
    private static final double HEADING_ROOM = 0.9;
    private static final double LINE_ROOM = 0.35;
    private static final Color GROUND = new Color(0xf3f5f8);
    private static final Color TEXT = new Color(0x17212b);
    private static final Color MUTED = new Color(0x4d5b69);

    private final XMLSlideShow show;
    private final Deck deck;
    private final String language;
    private final double leading;

    SlideMaker(XMLSlideShow show, Deck deck) {
        this.show = show;
        this.deck = deck;
        this.language = DeckTemplate.language(deck);
        this.leading = "ja".equals(deck.language()) ? 1.36 : 1.22;
    }

    void make(Deck.Slide told) {
        Chart chart = told.chart();
        boolean text = !told.groups().isEmpty();
        String layout = !told.tiles().isEmpty()
                ? DeckTemplate.HEADLINE
                : chart == null ? DeckTemplate.TEXT : text ? DeckTemplate.SPLIT : DeckTemplate.PICTURE;
        XSLFSlide slide = show.createSlide(show.getSlideMasters().get(0).getLayout(layout));
        for (XSLFTextShape place : slide.getPlaceholders()) {
            SlideText.inherit(place);
            fill(place, told, layout);
        }
        tiles(told.tiles(), slide);
        if (chart != null) {
            double from = text ? LEFT + SPLIT_TEXT + GUTTER : LEFT;
            ChartShapes.draw(chart, deck, slide, new Rectangle2D.Double(from, TOP, LEFT + WIDTH - from, HEIGHT));
        }
        footer(slide);
        SlideNotes.write(show, slide, told.notes(), language);
    }

    private void fill(XSLFTextShape place, Deck.Slide told, String layout) {
        if (place.getTextType() == Placeholder.TITLE) {
            var title = List.of(new Fitting.Paragraph(told.title(), 0, 0));
            double size = Fitting.size(title, WIDTH, TITLE_HEIGHT, leading, TITLES);
            line(place, told.title(), size, 0, 0);
        } else if (KICKER.equals(place.getShapeName())) {
            line(place, told.kicker(), KICKER_SIZE, 0, 0);
        } else {
            body(place, told.groups(), layout);
        }
    }

    /** Headings are paragraphs of the first level, lines are bullets of the second; the master says how both look. */
    private void body(XSLFTextShape place, List<Deck.Group> groups, String layout) {
        double width = layout.equals(DeckTemplate.SPLIT) ? SPLIT_TEXT : WIDTH;
        double height = layout.equals(DeckTemplate.HEADLINE) ? TOP + HEIGHT - TEXT_TOP : HEIGHT;
        List<Fitting.Paragraph> all = new ArrayList<>();
        for (Deck.Group group : groups) {
            if (!group.heading().isEmpty()) {
                all.add(new Fitting.Paragraph(group.heading(), 0, HEADING_ROOM));
            }
            group.lines().forEach(line -> all.add(new Fitting.Paragraph(line, BULLET, LINE_ROOM)));
        }
        double size = Fitting.size(all, width, height, leading, TEXTS);
        double room = 0;
        for (Deck.Group group : groups) {
            boolean plain = group.heading().isEmpty();
            if (!plain) {
                line(place, group.heading(), size, 0, room);
            }
            for (String line : group.lines()) {
                XSLFTextRun run = line(place, line, size, plain ? 0 : 1, plain ? room : LINE_ROOM);
                if (plain) {
                    run.setBold(false);
                }
            }
            room = HEADING_ROOM;
        }
    }

    /** A paragraph whose lines are as far apart in every face. */
    private XSLFTextRun line(XSLFTextShape place, String text, double size, int level, double room) {
        XSLFTextParagraph paragraph = place.addNewTextParagraph();
        paragraph.setIndentLevel(level);
        paragraph.setLineSpacing(-size * leading);
        paragraph.setSpaceBefore(-size * room);
        XSLFTextRun run = paragraph.addNewTextRun();
        SlideText.set(run, text, size, language);
        return run;
    }

    private void tiles(List<Block.Tile> tiles, XSLFSlide slide) {
        double width = (WIDTH - TILE_GAP * (tiles.size() - 1)) / Math.max(1, tiles.size());
        for (int i = 0; i < tiles.size(); i++) {
            Block.Tile tile = tiles.get(i);
            XSLFAutoShape box = slide.createAutoShape();
            box.setShapeType(ShapeType.RECT);
            box.setAnchor(new Rectangle2D.Double(LEFT + i * (width + TILE_GAP), TOP, width, TILE_HEIGHT));
            box.setFillColor(GROUND);
            box.setLineColor(null);
            SlideText.bare(box, TILE_EDGE);
            box.setVerticalAlignment(VerticalAlignment.MIDDLE);
            double inside = width - 2 * TILE_EDGE;
            tile(box, tile.label(), inside, false, SMALL);
            tile(box, tile.value(), inside, true, LARGE);
            tile(box, tile.note(), inside, false, SMALL);
        }
    }

    private void tile(XSLFAutoShape box, String text, double width, boolean large, double... sizes) {
        if (!text.isEmpty()) {
            double size = sizes[sizes.length - 1];
            for (int i = sizes.length - 1; i >= 0; i--) {
                size = Fitting.lines(text, width, sizes[i]) == 1 ? sizes[i] : size;
            }
            XSLFTextRun run = line(box, text, size, 0, 0);
            run.setBold(large);
            run.setFontColor(large ? TEXT : MUTED);
            run.getParagraph().setTextAlign(TextAlign.LEFT);
        }
    }

    /** Whose deck it is, and the number of the slide, which counts itself. */
    private void footer(XSLFSlide slide) {
        XSLFTextBox whose = slide.createTextBox();
        whose.getPlaceholderDetails().setPlaceholder(Placeholder.FOOTER);
        SlideText.inherit(whose);
        SlideText.set(whose.addNewTextParagraph().addNewTextRun(), deck.byline(), FOOTER_SIZE, language);
        XSLFTextBox number = slide.createTextBox();
        number.getPlaceholderDetails().setPlaceholder(Placeholder.SLIDE_NUMBER);
        SlideText.inherit(number);
        CTTextField field = number.addNewTextParagraph().getXmlObject().addNewFld();
        field.setType("slidenum");
        field.setId(NUMBER_ID);
        field.addNewRPr().setLang(language);
        field.setT(Integer.toString(slide.getSlideNumber()));
    }
}
