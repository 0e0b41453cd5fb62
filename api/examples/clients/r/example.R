# A company, an assessment, a seat, its answers, the result as a data frame: MOATMARK_KEY is an owner key, MOATMARK_URL the address.
source("client.R")
source("target/moatmark.R", encoding = "UTF-8")

url <- Sys.getenv("MOATMARK_URL", "http://127.0.0.1:8080")
key <- Sys.getenv("MOATMARK_KEY")
if (!nzchar(key)) stop("MOATMARK_KEY is not set; it is the owner key that the server printed at its first start.")
questionnaire <- "outside-view"

owner <- moatmark_client(url, key)
company <- createCompany(owner, list(name = "Example KK", size = "large", market = "b2b"))
wanted <- list(company = company$id, name = "First look", questionnaires = list(questionnaire))
assessment <- createAssessment(owner, wanted)$id
ceo <- list(key = "ceo", department = "Board", informants = setNames(list("executive"), questionnaire))
token <- addSeat(owner, assessment, ceo)$token
stopifnot(openAssessment(owner, assessment)$status == "open")

seat <- moatmark_client(url, token)
changeOwnAnswers(seat, questionnaire, if_match = "*", body = jsonlite::read_json("../../answers.json")) |> invisible()

result <- getResult(owner, assessment, questionnaire)
score <- function(x) if (is.null(x)) NA_real_ else x
nodes <- data.frame(
  node = vapply(result$nodes, \(node) node$title$en, ""),
  claimed = vapply(result$nodes, \(node) score(node$claimed), 0),
  evidenced = vapply(result$nodes, \(node) score(node$evidenced), 0)
)
cat(sprintf("claimed %.2f, evidenced %.2f\n", score(result$index$claimed), score(result$index$evidenced)))
print(nodes, digits = 4, right = FALSE)
