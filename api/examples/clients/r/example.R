# A company, an assessment, a seat, its answers, the result as a data frame: MOATMARK_KEY is an owner key, MOATMARK_URL the address.
library(httr2)
stopifnot(getRversion() >= "4.1", packageVersion("httr2") >= "0.2.2")

url <- Sys.getenv("MOATMARK_URL", "http://127.0.0.1:8080")
key <- Sys.getenv("MOATMARK_KEY")
if (!nzchar(key)) stop("MOATMARK_KEY is not set; it is the owner key that the server printed at its first start.")
questionnaire <- "outside-view"

# What the server says of a fault, for the message of the error in R.
problem <- function(response) resp_body_string(response)

# A request to the address made of the parts, with the token of an owner or of a seat.
ask <- function(token, ...) {
  request(url) |>
    req_url_path_append("v1", ...) |>
    req_auth_bearer_token(token) |>
    req_headers(`Accept-Language` = "en") |>
    req_error(body = problem)
}
got <- function(request) resp_body_json(req_perform(request))
post <- function(body, ...) got(req_body_json(ask(key, ...), body))

company <- post(list(name = "Example KK", size = "large", market = "b2b"), "companies")
assessment <- post(list(company = company$id, name = "First look", questionnaires = list(questionnaire)), "assessments")$id
seat <- post(
  list(key = "ceo", department = "Board", informants = setNames(list("executive"), questionnaire)),
  "assessments", assessment, "seats"
)$token
opened <- got(req_method(ask(key, "assessments", assessment, "open"), "POST"))
stopifnot(opened$status == "open")

answered <- ask(seat, "seat", "answers", questionnaire) |>
  req_method("PATCH") |>
  req_headers(`If-Match` = "*") |>
  req_body_file("../../answers.json", type = "application/merge-patch+json") |>
  got()

result <- got(ask(key, "assessments", assessment, "results", questionnaire))
score <- function(x) if (is.null(x)) NA_real_ else x
nodes <- data.frame(
  node = vapply(result$nodes, \(node) node$title$en, ""),
  claimed = vapply(result$nodes, \(node) score(node$claimed), 0),
  evidenced = vapply(result$nodes, \(node) score(node$evidenced), 0)
)
cat(sprintf("claimed %.2f, evidenced %.2f\n", score(result$index$claimed), score(result$index$evidenced)))
print(nodes, digits = 4, right = FALSE)
