package org.moatmark.core;

/** How much a long test does: enough for every build, or, for {@code .ci/thorough}, all. */
public final class Thorough {

    private static final boolean ALL = Boolean.getBoolean("moatmark.thorough");

    private Thorough() {}

    /**
     * How often.
     *
     * @param all where there is time
     * @param usual in every build
     * @return one of them
     */
    public static int or(int all, int usual) {
        return ALL ? all : usual;
    }
}
