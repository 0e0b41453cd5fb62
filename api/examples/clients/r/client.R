# What the functions of target/moatmark.R rest on: who asks, and how a request is sent and answered.
library(httr2)
stopifnot(getRversion() >= "4.1", packageVersion("httr2") >= "0.2.2")

# Asks the server at the url with the token of an owner or of a seat.
moatmark_client <- function(url, token) list(url = url, token = token)

# The path with its {parts} filled in.
filled <- function(path, parts) {
  for (name in names(parts)) {
    path <- sub(sprintf("{%s}", name), URLencode(as.character(parts[[name]]), reserved = TRUE), path, fixed = TRUE)
  }
  path
}

# The answer: a list where it is JSON, text where it is text, bytes otherwise. An error says what the server said.
ask <- function(client, method, path, parts, query, headers, body = NULL, type = NULL) {
  request <- request(paste0(client$url, filled(path, parts))) |>
    req_method(method) |>
    req_auth_bearer_token(client$token) |>
    req_headers(`Accept-Language` = "en") |>
    req_error(body = \(response) resp_body_string(response))
  request <- do.call(req_url_query, c(list(request), query))
  request <- do.call(req_headers, c(list(request), Filter(Negate(is.null), headers)))
  if (!is.null(body)) request <- req_body_raw(request, jsonlite::toJSON(body, auto_unbox = TRUE, null = "null"), type)
  response <- req_perform(request)
  kind <- if (length(response$body)) resp_content_type(response) else "nothing"
  if (kind == "nothing") {
    NULL
  } else if (grepl("json$", kind)) {
    resp_body_json(response, check_type = FALSE)
  } else if (startsWith(kind, "text/")) {
    resp_body_string(response)
  } else {
    resp_body_raw(response)
  }
}
