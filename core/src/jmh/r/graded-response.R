# The graded response model with mirt, on the file that GradedResponseSpeed writes; its Javadoc has the commands.
file <- commandArgs(trailingOnly = TRUE)[1]
if (!requireNamespace("mirt", quietly = TRUE)) {
  cat("mirt is not installed: skipped.\n")
  quit(status = 0)
}
answers <- read.csv(file)
fit <- function() {
  mirt::mirt(answers, 1, itemtype = "graded", quadpts = 61, TOL = 1e-4, SE = FALSE, verbose = FALSE,
             technical = list(theta_lim = c(-6, 6)))
}
seconds <- function(job, times) median(replicate(times, system.time(job())[["elapsed"]]))
cat(sprintf("fit        first call   %.3f s\n", seconds(fit, 1)))
cat(sprintf("fit        median of 20 %.3f s\n", seconds(fit, 20)))
model <- fit()
scores <- function() mirt::fscores(model, method = "EAP", full.scores.SE = TRUE, verbose = FALSE)
cat(sprintf("abilities  first call   %.3f s\n", seconds(scores, 1)))
cat(sprintf("abilities  median of 20 %.3f s\n", seconds(scores, 20)))
cat(sprintf("log-likelihood %.4f, mirt %s\n", mirt::extract.mirt(model, "logLik"), packageVersion("mirt")))
