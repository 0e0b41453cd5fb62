package org.moatmark.core.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Results travel: out as bytes, back, and the same. */
class SerialisableTest {

    private static Object back(Object value) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }

    @Test
    void values_come_back_equal() throws IOException, ClassNotFoundException {
        OneWay groups = OneWay.of(new double[][] {{1, 2}, {4, 7, 5}}).orThrow();
        List<Object> values = List.of(
                Computed.of(1.5),
                Computed.not(Reason.ALL_EQUAL),
                new Proportion(3, 7),
                new Proportion(3, 7).wilson(0.9),
                Rescale.goalposts(1, 2),
                Moments.of(new double[] {1, 2, 4}),
                JamesStein.shrink(new double[] {1, 2, 3, 7}, 0.5),
                groups.randomEffects(RandomEffects.Method.REML),
                Winsorised.of(new double[] {1, 2, Double.NaN}, Winsorised.Limits.USUAL),
                Topsis.of(new double[][] {{1}, {2}}, new double[] {1}, List.of(Direction.HIGHER_IS_BETTER)),
                AbcInterval.of(4, weights -> weights[0] + 3 * weights[1], 0.9));
        for (Object value : values) {
            assertThat(back(value)).isEqualTo(value);
        }
    }

    @Test
    void results_with_many_numbers_come_back_with_them() throws IOException, ClassNotFoundException {
        double[] values = {1, 4, 2, 8, 5, 7};
        Bootstrap bootstrap = Bootstrap.of(values, Statistic.mean(), 100, 1).orThrow();
        assertThat(((Bootstrap) back(bootstrap)).replicates()).isEqualTo(bootstrap.replicates());
        Jackknife jackknife = Jackknife.of(values, Statistic.mean()).orThrow();
        assertThat(((Jackknife) back(jackknife)).values()).isEqualTo(jackknife.values());
        Influence influence = Influence.of(3, weights -> weights[0]).orThrow();
        assertThat(((Influence) back(influence)).values()).isEqualTo(influence.values());
        OneWay groups = OneWay.of(new double[][] {{1, 2}, {4, 7, 5}}).orThrow();
        assertThat(((OneWay) back(groups)).f()).isEqualTo(groups.f());
        CompositeIndex index = CompositeIndex.of(
                List.of(new CompositeIndex.Part("whole", "", 1), new CompositeIndex.Part("part", "whole", 1)));
        assertThat(((CompositeIndex) back(index)).aggregates()).isEqualTo(index.aggregates());
    }
}
