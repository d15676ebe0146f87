# Writes survey-package.json: what R's package `survey` (Lumley) says, for SurveyPackageTests.
#
#     Rscript make-survey-package.R > survey-package.json
suppressPackageStartupMessages({
  library(survey)
  library(jsonlite)
})
set.seed(20241119)
z <- qnorm(0.975)

# A stratified sample: offices with their populations, and who of them gave an answer.
stratified <- lapply(1:12, function(i) {
  sizes <- sample(20:300, 4)
  population <- sizes + sample(50:4000, 4)
  counts <- sapply(sizes, function(n) sample(0:n, 1))
  d <- do.call(rbind, lapply(1:4, function(h) data.frame(
    h = h, y = rep(c(1, 0), c(counts[h], sizes[h] - counts[h])), N = population[h])))
  d$w <- d$N / ave(d$y, d$h, FUN = length)
  s <- svydesign(~1, strata = ~h, fpc = ~N, weights = ~w, data = d)
  m <- svymean(~y, s)
  list(population = population, base = sizes, count = counts,
       share = as.numeric(coef(m)), margin = 100 * z * as.numeric(SE(m)),
       kish = sum(d$w)^2 / sum(d$w^2))
})

# Numbers with and without weights, of a finite population.
numeric <- lapply(1:12, function(i) {
  n <- sample(c(2, 5, 40, 300), 1)
  x <- round(rgamma(n, 2, 0.1), 1)
  w <- if (i %% 2 == 0) rep(1, n) else round(runif(n, 0.2, 3), 2)
  population <- n + sample(1:2000, 1)
  d <- data.frame(x = x, w = w, N = population)
  s <- svydesign(~1, weights = ~w, data = d)
  v <- suppressWarnings(svyvar(~x, s))
  result <- list(
    count = n, weight = sum(w), weightOfSquares = sum(w^2), sum = sum(w * x),
    sumOfSquares = sum(w * x^2), mean = as.numeric(coef(svymean(~x, s))),
    deviation = sqrt(as.numeric(v)))
  if (i %% 2 == 0) {
    f <- svydesign(~1, fpc = ~N, data = d)
    result$population <- population
    result$margin <- z * as.numeric(SE(svymean(~x, f)))
  }
  result
})

# Wilson's interval with an effective base, as svyciprop takes its effective base: checked against
# prop.test without continuity correction, which is the score interval.
score <- lapply(1:12, function(i) {
  n <- sample(30:900, 1)
  k <- sample(0:n, 1)
  list(count = k, base = n,
       interval = 100 * as.numeric(prop.test(k, n, correct = FALSE)$conf.int))
})

# Two samples: the pooled test is the square root of Pearson's chi-squared; the interval of the
# difference is Wald's. Fisher's test where few are expected.
two <- lapply(1:24, function(i) {
  n <- sample(30:400, 2)
  k <- if (i <= 12) sapply(n, function(m) sample(round(m / 4):m, 1)) else sample(0:6, 2)
  if (sum(k) == 0) k[1] <- 1
  t <- suppressWarnings(prop.test(k, n, correct = FALSE))
  p <- if (sum(k) / sum(n) * min(n) < 5 || (1 - sum(k) / sum(n)) * min(n) < 5)
    fisher.test(matrix(c(k, n - k), 2))$p.value else t$p.value
  list(counts = c(k[1], n[1], k[2], n[2]), p = p,
       interval = 100 * as.numeric(t$conf.int))
})

mcnemar <- lapply(1:12, function(i) {
  b <- sample(15:80, 1)
  c <- sample(15:80, 1)
  list(counts = c(b, c, 400),
       p = mcnemar.test(matrix(c(150, c, b, 250 - b - c), 2), correct = FALSE)$p.value)
})

families <- lapply(1:12, function(i) {
  p <- round(runif(sample(1:10, 1))^3, 6)
  list(p = I(p), adjusted = I(p.adjust(p, "holm")))
})

cat(toJSON(list(
  r = jsonlite::unbox(R.version.string),
  survey = jsonlite::unbox(as.character(packageVersion("survey"))),
  stratified = stratified, numeric = numeric, score = score, two = two, mcnemar = mcnemar,
  families = families), auto_unbox = TRUE, digits = I(15), pretty = 1), "\n", sep = "")
