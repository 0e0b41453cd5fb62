# Writes target/moatmark.R: one function for each operation of the OpenAPI document, named as it is named there. What an
# operation must have comes first, what may be left out is NULL; a header such as If-Match is the argument if_match.
library(jsonlite)

document <- read_json("../../../src/main/resources/openapi.json")

# A parameter or body itself where the document only points at it.
resolved <- function(part) {
  if (is.null(part$`$ref`)) return(part)
  Reduce(\(inner, name) inner[[name]], strsplit(part$`$ref`, "/")[[1]][-1], document)
}
named <- function(parameter) if (parameter$`in` == "header") gsub("-", "_", tolower(parameter$name)) else parameter$name
is_in <- function(parameters, where) Filter(\(one) one$`in` == where, parameters)

# list(limit = limit, `If-Match` = if_match)
passed <- function(parameters) {
  sprintf("list(%s)", paste(vapply(parameters, \(one) sprintf("`%s` = %s", one$name, named(one)), ""), collapse = ", "))
}

function_of <- function(path, method, operation) {
  parameters <- lapply(operation$parameters, resolved)
  required <- vapply(parameters, \(one) isTRUE(one$required), NA)
  arguments <- vapply(parameters, named, "")
  content <- names(resolved(operation$requestBody)$content)
  must <- c("client", arguments[required], if (isTRUE(resolved(operation$requestBody)$required)) "body")
  may <- c(arguments[!required], if (!is.null(content)) setdiff("body", must))
  c(
    sprintf("# %s", operation$summary),
    sprintf("%s <- function(%s) {", operation$operationId, paste(c(must, sprintf("%s = NULL", may)), collapse = ", ")),
    sprintf('  ask(client, "%s", "%s",', toupper(method), path),
    sprintf("    parts = %s,", passed(is_in(parameters, "path"))),
    sprintf("    query = %s,", passed(is_in(parameters, "query"))),
    if (!is.null(content)) sprintf('    body = body, type = "%s",', content[[1]]),
    sprintf("    headers = %s)", passed(is_in(parameters, "header"))),
    "}",
    ""
  )
}

methods <- c("get", "put", "post", "patch", "delete")
functions <- unlist(lapply(names(document$paths), function(path) {
  operations <- document$paths[[path]]
  lapply(intersect(names(operations), methods), \(method) function_of(path, method, operations[[method]]))
}))
dir.create("target", showWarnings = FALSE)
writeLines(c("# Generated from the OpenAPI document by generate.R.", "", functions), "target/moatmark.R", useBytes = TRUE)
