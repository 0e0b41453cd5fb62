package org.moatmark.api.export;

import java.util.Locale;
import org.moatmark.core.report.Story;

/** The style of a report on paper, in the CSS 2.1 that the PDF library knows. */
final class PdfStyle {

    private static final String CSS = """
            @page{size:%s;margin:18mm 17mm 18mm 17mm;@bottom-right{content:counter(page) " / " counter(pages);\
            font:8pt "%s";color:#57606a}@bottom-left{content:"%s";font:8pt "%s";color:#57606a}}
            body{font-family:"%s";font-size:9.5pt;line-height:1.5;color:#1b1f24;margin:0}
            nav,svg.accent{display:none}
            header{border-top:5pt solid %s;padding-top:8pt;margin-bottom:4pt}
            main,section,header,figure,figcaption,details,summary,blockquote,footer{display:block}
            h1,h2,h3{page-break-inside:avoid}
            h1{font-size:19pt;line-height:1.25;margin:2pt 0 3pt}
            h2{font-size:14pt;line-height:1.3;margin:18pt 0 6pt;padding-top:7pt;border-top:0.7pt solid #d0d7de;page-break-after:avoid}
            h3{font-size:10.5pt;margin:10pt 0 3pt;page-break-after:avoid}
            p{margin:3pt 0}
            .leads{page-break-after:avoid}
            .subtitle{font-size:11pt}
            .byline,.note,.because,blockquote footer{color:#57606a;font-size:8.5pt}
            a{color:#1b1f24;text-decoration:none}
            .lead{font-size:12.5pt;line-height:1.5;margin:6pt 0 8pt}
            .tiles{display:table;width:100%%;border-spacing:6pt 0;margin:8pt -6pt}
            .tiles div{display:table-cell;background:#f4f6f9;padding:6pt 8pt}
            dt{display:block;color:#57606a;font-size:8.5pt}
            dd{display:block;margin:0}
            dd.value{font-size:19pt;font-weight:700;line-height:1.3}
            .card{border-left:3pt solid #57606a;background:#f4f6f9;margin:5pt 0;padding:4pt 8pt;page-break-inside:avoid}
            .card p{margin:1pt 0}
            .card.strength{border-left-color:#1a6b3c}.card.strength .tone{color:#1a6b3c}
            .card.opportunity{border-left-color:#0b57a4}.card.opportunity .tone{color:#0b57a4}
            .card.risk{border-left-color:#a3320b}.card.risk .tone{color:#a3320b}
            strong{font-weight:700}
            ul{margin:3pt 0 5pt;padding-left:14pt}
            li{margin:1pt 0}
            .scroll{margin:6pt 0 8pt}
            table{border-collapse:collapse;width:100%%;-fs-table-paginate:paginate}
            caption{text-align:left;font-weight:700;padding:2pt 0;page-break-after:avoid}
            tr{page-break-inside:avoid}
            th,td{text-align:left;vertical-align:top;padding:2.5pt 6pt 2.5pt 0;border-bottom:0.5pt solid #d0d7de;word-wrap:break-word}
            tbody th{font-weight:400;min-width:84pt}
            thead th{color:#57606a;font-size:8.5pt;font-weight:700;vertical-align:bottom}
            .number{text-align:right;padding-right:0;padding-left:6pt;white-space:nowrap}
            thead .number{white-space:normal}thead th{word-wrap:normal}
            :lang(ja) thead .number{white-space:nowrap}
            .short{white-space:nowrap}
            figure{margin:6pt 0 10pt;page-break-inside:avoid}
            figure h3{margin-top:0}
            figure svg{display:block;width:100%%}
            #summary figure h3{display:none}
            #summary figure svg{width:78%%}
            figure details{display:none}
            #profile figure{margin-bottom:4pt}
            details{margin:1.5pt 0}
            details details,.twig{margin-left:5pt;padding-left:6pt;border-left:1pt solid #d0d7de}
            #numbers,#level details{font-size:8pt;line-height:1.4}
            #numbers>details>summary,#level details>summary{font-weight:700}
            details ul{color:#57606a;margin:1pt 0 2pt}
            blockquote{margin:3pt 0 5pt;padding-left:7pt;border-left:1.5pt solid #d0d7de;page-break-inside:avoid}
            blockquote footer{word-wrap:break-word;font-size:7.5pt}
            #level,#numbers{page-break-before:always}#level h2,#numbers h2{border-top:0;margin-top:0;padding-top:0}
            """;

    private PdfStyle() {}

    static String css(Story story, Paper paper, String face) {
        return String.format(
                Locale.ROOT,
                CSS,
                paper.css(),
                face,
                text(story.title()),
                face,
                face,
                story.brand().colour());
    }

    /** A text inside the quotes of a style: nothing in it can end them, or the style. */
    private static String text(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(one -> {
            boolean plain = Character.isLetterOrDigit(one) || " -–—,.:;()（）・、。：「」“”".indexOf(one) >= 0;
            if (plain) {
                safe.appendCodePoint(one);
            } else {
                safe.append(String.format(Locale.ROOT, "\\%06x", one));
            }
        });
        return safe.toString();
    }
}
