# What R's own functions and the package boot need for the jobs of StatsSpeed, which starts this; its Javadoc has the
# command. Writes the data and the results to compare with into a folder, and a line of seconds for each job.
folder <- commandArgs(trailingOnly = TRUE)[1]
set.seed(1)
numbers <- rnorm(1e6)
scores <- round(rnorm(1e6, 50, 10))
sample <- rnorm(200, 50, 10)
keep <- function(values, name) writeLines(sprintf("%.17g", values), file.path(folder, name))
keep(numbers, "numbers.csv")
keep(scores, "scores.csv")
keep(sample, "sample.csv")

# One warm-up call before the single one that counts; twenty before the twenty whose median counts.
second <- function(job) system.time(job())[["elapsed"]]
measure <- function(name, job) {
  job()
  once <- second(job)
  for (i in 1:19) job()
  steady <- median(replicate(20, second(job)))
  cat(sprintf("%s,%.6f,%.6f\n", name, once, steady), file = file.path(folder, "seconds.csv"), append = TRUE)
}

percents <- (1:99) / 100
measure("quantiles", function() quantile(numbers, percents, type = 7))
measure("quantiles of scores", function() quantile(scores, percents, type = 7))
measure("mid-ranks of scores", function() rank(scores))
measure("mid-ranks of numbers", function() rank(numbers))
keep(quantile(numbers, percents, type = 7), "quantiles.csv")
keep(rank(scores), "ranks.csv")

if (requireNamespace("boot", quietly = TRUE)) {
  upper <- function(values, drawn) quantile(values[drawn], 0.75, type = 7, names = FALSE)
  bootstrap <- function() boot::boot.ci(boot::boot(sample, upper, 10000), conf = 0.95, type = c("perc", "bca"))
  measure("bootstrap", bootstrap)
  found <- bootstrap()
  keep(c(found$percent[4:5], found$bca[4:5]), "intervals.csv")
}
