package org.moatmark.core.report;

/** The style of reports on screens and on paper. */
final class Style {

    /** Light and dark, from 320 pixels to a projector, and paper; Japanese has faces, line height and breaks of its own. */
    static final String CSS = """
            :root{color-scheme:light dark}
            .sheet{margin:0}
            .report{--ink:#1b1f24;--soft:#57606a;--line:#d0d7de;--paper:#fff;--tint:#f4f6f9;--link:#0b57a4;\
            --strength:#1a6b3c;--opportunity:#0b57a4;--risk:#a3320b;\
            color:var(--ink);background:var(--paper);max-width:60rem;margin:0 auto;padding:1.25rem 1.25rem 4rem;\
            font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;overflow-wrap:break-word}
            .report:lang(ja){font-family:"Hiragino Sans","Yu Gothic UI",Meiryo,"Noto Sans CJK JP","Noto Sans JP",sans-serif;\
            line-height:1.8;line-break:strict;overflow-wrap:anywhere}
            .report:lang(ja) h1,.report:lang(ja) h2,.report:lang(ja) h3{word-break:auto-phrase}
            @media (prefers-color-scheme:dark){.sheet{background:#0d1117}
            .report{--ink:#e6edf3;--soft:#9aa6b2;--line:#3d444d;--paper:#0d1117;--tint:#161b22;--link:#79b8ff;\
            --strength:#6fd695;--opportunity:#79b8ff;--risk:#ff9d7a}}
            .report *{box-sizing:border-box}
            .report .accent{display:block;width:100%;height:.4rem;border-radius:.2rem}
            .report h1{font-size:1.75rem;line-height:1.25;margin:.9rem 0 .2rem}
            .report h2{font-size:1.3rem;line-height:1.3;margin:2.6rem 0 .6rem;padding-top:.6rem;border-top:1px solid var(--line)}
            .report h3{font-size:1.05rem;margin:1.5rem 0 .3rem}
            .report p{margin:.4rem 0;max-width:46rem}
            .report .subtitle{font-size:1.1rem}
            .report .byline,.report .note,.report .because,.report blockquote footer{color:var(--soft);font-size:.9rem}
            .report a{color:var(--link)}
            .report .lead{font-size:1.25rem;line-height:1.5;margin:.8rem 0 1rem}
            .report:lang(ja) .lead{line-height:1.7}
            .report nav ol{display:flex;flex-wrap:wrap;gap:.1rem 1.1rem;margin:1rem 0 0;padding:0;list-style:none;font-size:.9rem}
            .report nav a{display:inline-block;padding:.3rem 0}
            .report .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.75rem;margin:1rem 0}
            .report .tiles div{background:var(--tint);border-radius:.5rem;padding:.7rem .9rem}
            .report dt{color:var(--soft);font-size:.85rem}
            .report dd{margin:0}
            .report dd.value{font-size:2rem;font-weight:650;line-height:1.25;font-variant-numeric:tabular-nums}
            .report .card{border-left:.3rem solid var(--soft);background:var(--tint);border-radius:0 .4rem .4rem 0;\
            margin:.6rem 0;padding:.5rem .9rem}
            .report .card p{margin:.15rem 0}
            .report .card.strength{border-color:var(--strength)}.report .card.strength .tone{color:var(--strength)}
            .report .card.opportunity{border-color:var(--opportunity)}.report .card.opportunity .tone{color:var(--opportunity)}
            .report .card.risk{border-color:var(--risk)}.report .card.risk .tone{color:var(--risk)}
            .report .scroll{overflow-x:auto;margin:.8rem 0}
            .report table{border-collapse:collapse;width:100%;font-size:.95rem}
            .report caption{text-align:left;font-weight:600;padding:.3rem 0}
            .report th,.report td{text-align:left;vertical-align:top;padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--line)}
            .report tbody th{font-weight:400;min-width:6.5rem}
            .report thead th{color:var(--soft);font-size:.85rem;font-weight:600;vertical-align:bottom}
            .report .number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
            .report .short{white-space:nowrap}
            .report tbody td:not([class]){min-width:8rem}
            .report thead th{overflow-wrap:break-word}.report thead th:lang(ja){word-break:auto-phrase}
            .report thead .number{white-space:normal}
            .report figure{margin:1.2rem 0}
            .report figure h3{margin-top:0}
            .report figure svg{display:block;width:100%;max-width:46rem;height:auto}
            .report details{margin:.15rem 0}
            .report details details,.report .twig{margin-left:.6rem;padding-left:.6rem;border-left:2px solid var(--line)}
            .report summary,.report .twig{padding-top:.25rem;padding-bottom:.25rem}
            .report summary{cursor:pointer;min-height:1.5rem}
            .report details ul{margin:.2rem 0 .4rem;color:var(--soft);font-size:.92rem}
            .report details .exhibits{margin:.2rem 0 .5rem;padding-left:1.1rem;font-size:1em}
            .report .exhibits strong{color:var(--ink);font-weight:600}
            .report .words{white-space:pre-line}
            .report .rule{display:block}
            .report details>div{scroll-margin-top:4rem}
            .report details>:target,.report .twig:target{background:var(--tint);border-left:.25rem solid var(--link);padding-left:.6rem}
            .report section:target>h2,.report h2.here{box-shadow:inset .25rem 0 var(--link);padding-left:.6rem}
            .report .tiles div,.report tr{position:relative}
            .report a.opens{color:inherit;display:inline-block;min-width:1.6rem;text-decoration:underline;text-decoration-color:var(--line);\
            text-decoration-thickness:2px;text-underline-offset:.2em}
            .report a.opens::after{content:"";position:absolute;inset:0}
            .report tr:hover a.opens,.report .tiles div:hover a.opens{color:var(--link);text-decoration-color:currentColor}
            .report .narrow{display:none}
            @media screen and (max-width:40rem){.report{padding:1rem 1rem 3rem}
            .report .wide{display:none}.report .narrow{display:block}}
            .report :focus-visible{outline:3px solid var(--link);outline-offset:2px}
            .report blockquote{margin:.4rem 0 .8rem;padding-left:.9rem;border-left:2px solid var(--line)}
            .report blockquote p:lang(en){font-family:system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;line-height:1.5}
            @page{margin:16mm 15mm}
            @media print{.report{--ink:#000;--soft:#444;--line:#bbb;--paper:#fff;--tint:#f4f6f9;--link:#000;\
            --strength:#1a6b3c;--opportunity:#0b57a4;--risk:#a3320b;\
            max-width:none;padding:0;font-size:10pt}.sheet{background:#fff}
            .report nav{display:none}.report a{text-decoration:none}
            .report h2,.report h3,.report caption,.report thead,.report thead tr{break-after:avoid}
            .report tbody tr:first-child{break-before:avoid}.report figure details{display:none}
            .report figure,.report .card,.report .tiles,.report tr,.report blockquote{break-inside:avoid}
            .report #level{break-before:page}.report #level h2{border-top:0}
            .report .scroll{overflow:visible}.report *{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
            """;

    private Style() {}
}
