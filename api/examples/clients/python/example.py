"""A company, an assessment, a seat, its answers, the result: MOATMARK_KEY is an owner key, MOATMARK_URL the address."""

import os
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "target" / "client"))

import moatmark  # noqa: E402: it is generated beside this file

URL = os.environ.get("MOATMARK_URL", "http://127.0.0.1:8080")
QUESTIONNAIRE = "outside-view"


def client(token):
    """Sends the token of an owner or of a seat with every request, and asks for messages in English."""
    made = moatmark.ApiClient(moatmark.Configuration(host=URL))
    made.set_default_header("Authorization", f"Bearer {token}")
    made.set_default_header("Accept-Language", "en")
    return made


def shown(score):
    return "     -" if score is None else f"{score:6.2f}"


def main(key):
    owner = client(key)
    assessments = moatmark.AssessmentsApi(owner)

    company = moatmark.CompaniesApi(owner).create_company(
        moatmark.NewCompany.from_dict({"name": "Example KK", "size": "large", "market": "b2b"})
    )
    assessment = assessments.create_assessment(
        moatmark.NewAssessment.from_dict(
            {"company": company.id, "name": "First look", "questionnaires": [QUESTIONNAIRE]}
        )
    ).id
    token = moatmark.SeatsApi(owner).add_seat(
        assessment,
        moatmark.NewSeat.from_dict({"key": "ceo", "department": "Board", "informants": {QUESTIONNAIRE: "executive"}}),
    ).token
    assessments.open_assessment(assessment)

    answers = moatmark.AnswersPatch.from_json((HERE / "../../answers.json").read_text(encoding="utf-8"))
    moatmark.SeatApi(client(token)).change_own_answers(QUESTIONNAIRE, "*", answers)

    result = moatmark.ResultsApi(owner).get_result(assessment, QUESTIONNAIRE).actual_instance
    level = result.level.value if result.level else None
    print(f"{shown(result.index.claimed)}  claimed")
    print(f"{shown(result.index.evidenced)}  evidenced, level {'-' if level is None else level}")
    for node in result.nodes:
        print(f"{shown(node.claimed)}  {node.title['en']}")
    return owner, assessment, result


if __name__ == "__main__":
    if not os.environ.get("MOATMARK_KEY"):
        sys.exit("MOATMARK_KEY is not set; it is the owner key that the server printed at its first start.")
    main(os.environ["MOATMARK_KEY"])
