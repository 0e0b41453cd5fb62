/**
 * Scores companies on business-model differentiation and marketing-leadership maturity, and explains every number.
 */
module org.moatmark.core {
    requires static transitive org.jspecify;
    requires com.google.gson;
    requires org.apache.commons.csv;
    requires commons.math3;
    requires org.dhatim.fastexcel;

    exports org.moatmark.core;
    exports org.moatmark.core.benchmark;
    exports org.moatmark.core.interop;
    exports org.moatmark.core.issue;
    exports org.moatmark.core.json;
    exports org.moatmark.core.maturity;
    exports org.moatmark.core.psychometrics;
    exports org.moatmark.core.questionnaire;
    exports org.moatmark.core.report;
    exports org.moatmark.core.response;
    exports org.moatmark.core.scoring;
    exports org.moatmark.core.stats;
}
