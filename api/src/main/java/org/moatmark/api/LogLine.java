package org.moatmark.api;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * One line of JSON for each thing that is logged. Of what was thrown only classes and places are written: its message may
 * hold what somebody sent.
 */
public final class LogLine extends LayoutBase<ILoggingEvent> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST = 512;
    private static final int FRAMES = 12;
    private static final int CAUSES = 5;
    private static final String HEX = "0123456789abcdef";

    /** Made by the configuration of the log. */
    public LogLine() {}

    @Override
    public String doLayout(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(256);
        line.append("{\"at\":");
        quote(TIME.format(Instant.ofEpochMilli(event.getTimeStamp())), line);
        line.append(",\"level\":");
        quote(event.getLevel().toString(), line);
        line.append(",\"from\":");
        String logger = event.getLoggerName();
        quote(logger.substring(logger.lastIndexOf('.') + 1), line);
        line.append(",\"message\":");
        quote(event.getFormattedMessage(), line);
        if (event.getThrowableProxy() != null) {
            thrown(event.getThrowableProxy(), line);
        }
        return line.append("}\n").toString();
    }

    private static void thrown(IThrowableProxy thrown, StringBuilder line) {
        line.append(",\"thrown\":[");
        IThrowableProxy cause = thrown;
        for (int i = 0; cause != null && i < CAUSES; i++) {
            line.append(i == 0 ? "" : ",");
            quote(cause.getClassName(), line);
            cause = cause.getCause();
        }
        line.append("],\"in\":[");
        StackTraceElementProxy[] frames = thrown.getStackTraceElementProxyArray();
        for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
            line.append(i == 0 ? "" : ",");
            quote(frames[i].getStackTraceElement().toString(), line);
        }
        line.append(']');
    }

    /** Writes a text of at most so many characters, with nothing in it that a terminal or a reader of lines acts on. */
    static void quote(String text, StringBuilder line) {
        line.append('"');
        int end = Math.min(text.length(), LONGEST);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean half = Character.isSurrogate(c)
                    && !(Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(text.charAt(i + 1)))
                    && !(Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(text.charAt(i - 1)));
            if (c == '"' || c == '\\') {
                line.append('\\').append(c);
            } else if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT || half || isBreak(c)) {
                line.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    line.append(HEX.charAt((c >> shift) & 0xf));
                }
            } else {
                line.append(c);
            }
        }
        line.append(text.length() > LONGEST ? "…\"" : "\"");
    }

    private static boolean isBreak(char c) {
        return c == '\u2028' || c == '\u2029';
    }
}
