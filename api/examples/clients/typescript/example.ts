// A company, an assessment, a seat, its answers, the result: MOATMARK_KEY is an owner key, MOATMARK_URL the address.
import { readFileSync } from "node:fs";
import createClient from "openapi-fetch";
import type { components, paths } from "./target/moatmark.js";

type Problem = components["schemas"]["Problem"];

const questionnaire = "outside-view";
const baseUrl = process.env["MOATMARK_URL"] ?? "http://127.0.0.1:8080";
const key = process.env["MOATMARK_KEY"];
if (!key) {
  throw new Error("MOATMARK_KEY is not set; it is the owner key that the server printed at its first start.");
}

const clientOf = (token: string) =>
  createClient<paths>({ baseUrl, headers: { Authorization: `Bearer ${token}`, "Accept-Language": "en" } });

/** The document that was answered; a problem of the server is thrown with everything it says. */
async function got<T>(answer: Promise<{ data?: T; error?: Problem; response: Response }>): Promise<T> {
  const { data, error, response } = await answer;
  if (data === undefined) {
    throw new Error(`${response.status} from ${response.url}: ${JSON.stringify(error)}`);
  }
  return data;
}

const owner = clientOf(key);
const company = await got(owner.POST("/v1/companies", { body: { name: "Example KK", size: "large", market: "b2b" } }));
const created = await got(
  owner.POST("/v1/assessments", {
    body: { company: company.id, name: "First look", questionnaires: [questionnaire] },
  }),
);
const assessment = created.id;
const issued = await got(
  owner.POST("/v1/assessments/{assessment}/seats", {
    params: { path: { assessment } },
    body: { key: "ceo", department: "Board", informants: { [questionnaire]: "executive" } },
  }),
);
await got(owner.POST("/v1/assessments/{assessment}/open", { params: { path: { assessment } } }));

const answers = JSON.parse(
  readFileSync(new URL("../../../answers.json", import.meta.url), "utf8"),
) as components["schemas"]["AnswersPatch"];
const seat = clientOf(issued.token);
await got(
  seat.PATCH("/v1/seat/answers/{questionnaire}", {
    params: { path: { questionnaire }, header: { "If-Match": "*" } },
    headers: { "Content-Type": "application/merge-patch+json" },
    body: answers,
  }),
);

const result = await got(
  owner.GET("/v1/assessments/{assessment}/results/{questionnaire}", { params: { path: { assessment, questionnaire } } }),
);
if (result.format !== "moatmark/result/1") {
  throw new Error("A confidential assessment gives a release; this one is attributed.");
}
const shown = (score: number | null | undefined) => score?.toFixed(2).padStart(6) ?? "     -";
const { index, level, nodes } = result;
console.log(`${shown(index.claimed)}  claimed`);
console.log(`${shown(index.evidenced)}  evidenced, level ${level?.value ?? "-"}`);
for (const node of nodes) {
  console.log(`${shown(node.claimed)}  ${node.title["en"]}`);
}
