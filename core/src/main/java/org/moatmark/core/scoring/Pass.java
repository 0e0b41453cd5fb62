package org.moatmark.core.scoring;

import java.util.Arrays;

/** The numbers of one of the two scores (claimed or evidenced); NaN where there is none. */
final class Pass {

    /** By item: the score of each side, and the item's own number. */
    final double[] itemHq;

    final double[] itemGenba;
    final double[] item;

    /** By node: the score of each side, and the joined score. */
    final double[] nodeHq;

    final double[] nodeGenba;
    final double[] node;

    Pass(Plan plan) {
        itemHq = blank(plan.items.length);
        itemGenba = blank(plan.items.length);
        item = blank(plan.items.length);
        nodeHq = blank(plan.nodes.length);
        nodeGenba = blank(plan.nodes.length);
        node = blank(plan.nodes.length);
    }

    void setItem(int i, double hq, double genba) {
        itemHq[i] = hq;
        itemGenba[i] = genba;
        item[i] = Double.isNaN(hq) ? genba : Double.isNaN(genba) ? hq : (hq + genba) / 2;
    }

    private static double[] blank(int n) {
        double[] array = new double[n];
        Arrays.fill(array, Double.NaN);
        return array;
    }
}
