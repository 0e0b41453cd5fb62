# Agreement and reliability with psych, multilevel and irr, on the files that AgreementSpeed writes; its Javadoc has the
# commands. A package that is not installed is skipped.
folder <- commandArgs(trailingOnly = TRUE)[1]
table <- function(name) read.csv(file.path(folder, name))
seconds <- function(job, times) median(replicate(times, system.time(job())[["elapsed"]]))
compare <- function(what, package, job) {
  if (!requireNamespace(package, quietly = TRUE)) {
    cat(sprintf("%-28s %s is not installed: skipped.\n", what, package))
    return(invisible())
  }
  value <- job()
  cat(sprintf("%-28s second call %.4f s   median of 5 %.4f s   value %.10f   %s %s\n", what, seconds(job, 1),
              seconds(job, 5), value, package, packageVersion(package)))
}
quiet <- function(expression) suppressMessages(suppressWarnings(expression))
scale <- table("scale.csv")
compare("alpha with item statistics", "psych",
        function() quiet(psych::alpha(scale, check.keys = FALSE))$total$raw_alpha)
members <- table("groups.csv")
group <- rep(seq_len(nrow(members) / 8), each = 8)
compare("r_wg(J)", "multilevel", function() mean(multilevel::rwg.j(members, group, 2)$rwg.j))
compare("AD around the mean", "multilevel", function() mean(multilevel::ad.m(members, group)$AD.M))
units <- as.matrix(table("units.csv"))
compare("Krippendorff ordinal", "irr", function() irr::kripp.alpha(t(units), "ordinal")$value)
targets <- as.matrix(table("targets.csv"))
compare("ICC(A,1) with interval", "irr", function() irr::icc(targets, "twoway", "agreement")$value)
