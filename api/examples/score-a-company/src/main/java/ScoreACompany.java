import org.moatmark.core.Moatmark;
import org.moatmark.core.report.Result;

public class ScoreACompany {
    public static void main(String[] args) {
        Moatmark moatmark = Moatmark.shipped();
        String answers = """
                {"questionnaire": "outside-view", "answers": {"OV01": 4, "OV02": 3, "OV03": 4, "OV04": 4, "OV05": 3,
                 "OV06": 3, "OV07": 2, "OV08": 2, "OV09": 4, "OV10": 2, "OV11": 3, "OV12": 2, "OV13": 3, "OV14": 4,
                 "OV15": 3, "OV16": 5, "OV17": 3, "OV18": 2, "OV19": 3, "OV20": {"state": "dontKnow"}, "OV21": 4,
                 "OV22": 3, "OV23": 4, "OV24": 2, "OV25": 3, "OV26": 4, "OV27": 4, "OV28": 3, "OV29": 3}}""";
        Result result = moatmark.score(moatmark.readWave(answers).orThrow());
        System.out.print(result.explain());
    }
}
