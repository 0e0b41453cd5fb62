# Item response models with mirt, on the file that GradedResponseSpeed writes; its Javadoc has the commands.
file <- commandArgs(trailingOnly = TRUE)[1]
if (!requireNamespace("mirt", quietly = TRUE)) {
  cat("mirt is not installed: skipped.\n")
  quit(status = 0)
}
answers <- read.csv(file)
halves <- as.data.frame(lapply(answers, function(item) as.integer(item >= 3)))
fit <- function(data, type) {
  mirt::mirt(data, 1, itemtype = type, quadpts = 61, TOL = 1e-4, SE = FALSE, verbose = FALSE,
             technical = list(theta_lim = c(-6, 6)))
}
compare <- function(what, job) {
  seconds <- replicate(7, system.time(job())[["elapsed"]])
  cat(sprintf("%-21s first call %.3f s, second %.3f s, median of 5 after 2 %.3f s\n", what, seconds[1], seconds[2],
              median(seconds[3:7])))
}
compare("graded response", function() fit(answers, "graded"))
graded <- fit(answers, "graded")
compare("abilities", function() mirt::fscores(graded, method = "EAP", full.scores.SE = TRUE, verbose = FALSE))
compare("two-parameter", function() fit(halves, "2PL"))
cat(sprintf("log-likelihoods %.4f and %.4f, mirt %s\n", mirt::extract.mirt(graded, "logLik"),
            mirt::extract.mirt(fit(halves, "2PL"), "logLik"), packageVersion("mirt")))
