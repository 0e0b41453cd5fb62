import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;
import org.dkpro.statistics.agreement.distance.OrdinalDistanceFunction;

/** Krippendorff's ordinal alpha with DKPro Agreement, on the file that AgreementSpeed writes; its Javadoc has the commands. */
public class DkproKrippendorff {

    private static final int STEADY = 20;

    public static void main(String[] args) throws Exception {
        List<Object[]> units = new ArrayList<>();
        List<String> lines = Files.readAllLines(Path.of(args[0], "units.csv"));
        for (String line : lines.subList(1, lines.size())) {
            units.add(Arrays.stream(line.split(",", -1))
                    .map(cell -> cell.isEmpty() ? null : Integer.valueOf(cell))
                    .toArray());
        }
        double value = alpha(units);
        double second = seconds(units);
        double[] steady = new double[STEADY];
        for (int i = 0; i < STEADY; i++) {
            steady[i] = seconds(units);
        }
        Arrays.sort(steady);
        System.out.printf(
                Locale.ROOT,
                "%-28s second call %.4f s   median of %d %.4f s   value %.10f   DKPro Agreement%n",
                "Krippendorff ordinal", second, STEADY, steady[STEADY / 2], value);
    }

    private static double seconds(List<Object[]> units) {
        long start = System.nanoTime();
        alpha(units);
        return (System.nanoTime() - start) / 1e9;
    }

    private static double alpha(List<Object[]> units) {
        CodingAnnotationStudy study = new CodingAnnotationStudy(5);
        for (Object[] unit : units) {
            study.addItem(unit);
        }
        return new KrippendorffAlphaAgreement(study, new OrdinalDistanceFunction()).calculateAgreement();
    }
}
