import SurveyResults

/// The words of the methodology in English.
struct EnglishMethodology: MethodologyWording {
  var words: any Wording { EnglishWording() }

  func label(_ line: MethodologyLine) -> String {
    switch line {
    case .sponsorAndFunder: "Commissioned and paid for by"
    case .sponsor: "Commissioned by"
    case .funder: "Paid for by"
    case .agency: "Carried out by"
    case .population: "Population"
    case .populationSize: "Size of the population"
    case .populationSource: "Source of the size"
    case .frame: "Sampling frame"
    case .coverage: "In the population, not in the frame"
    case .invitations: "Invitations"
    case .mode: "Mode"
    case .languages: "Language of the questionnaire"
    case .period: "Period"
    case .questionnaire: "Questionnaire"
    case .openAnswers: "Open answers"
    case .retention: "Retention"
    case .contact: "Contact"
    case .version: "Version of the results"
    }
  }

  func asOf(_ date: String) -> String { " (as of \(date))" }

  func selection(_ selection: Study.Selection) -> String {
    switch selection {
    case .census: "Everybody in the frame was invited; no sample was drawn."
    case .random: "A random sample was drawn from the frame."
    case .quota:
      "People were recruited until set numbers were reached; this is no probability sample."
    case .selfSelected:
      "Respondents took part of their own accord; this is no probability sample."
    }
  }

  func fieldwork(from start: String, to end: String) -> String {
    "Fieldwork was from \(start) to \(end)."
  }

  func reminders(_ days: String) -> String { "Reminders went out on \(days)." }

  let responseRate =
    "The response rate is the number of respondents divided by the number of those invited."

  let questionPlaces =
    "Each figure has its question, and who was asked if that was not everybody."

  let missingAnswers =
    "\"Don't know\" counts as an answer; who skipped a question does not count for it."

  func weighted(on targets: String?) -> String {
    "Results are weighted\(targets.map { ": \($0)" } ?? ".") "
      + "Margins and tests use the effective number of respondents: the square of the sum of the "
      + "weights, divided by the sum of their squares."
  }

  let unweighted = "Results are unweighted."

  func nonresponse(isExamined: Bool) -> String {
    isExamined
      ? "It was examined whether those who did not take part differ from those who did."
      : "It was not examined whether those who did not take part differ from those who did; "
        + "this publication does not claim to be representative."
  }

  func privacy(_ privacy: Disclosure.Privacy) -> String {
    switch privacy {
    case .anonymous:
      "The study is anonymous: nobody can tell who took part or what anyone answered."
    case .confidential:
      "The study is confidential: it is known who took part, and that is not shared. It is not "
        + "anonymous."
    }
  }

  func tests(isWeighted: Bool) -> [String] {
    [
      "Differences between groups are tested with a two-sided test of two proportions, or with Fisher's "
        + "exact test where an expected count is under 5"
        + (isWeighted ? ", always with the effective number of respondents." : "."),
      "Where two groups of a row are compared, all pairs of that row are taken into account (Holm).",
      "A group is never tested against a total that it is part of, but against the others.",
      "\"Significant\" means that the probability is under 5%: with equal groups a difference of this "
        + "size would be rare.",
    ]
  }

  let comparabilityTitle = "Comparability with earlier waves"

  func comparabilityHead(_ waves: [String]) -> [String] { ["Question"] + waves }

  func comparability(_ status: Question.Comparability?) -> String {
    switch status {
    case .identical: "same question"
    case .similar: "similar question"
    case .no: "not comparable"
    case nil: "no result"
    }
  }

  func comparabilityNote(unknownBase waves: [String]) -> String {
    waves.isEmpty
      ? "Differences between waves are tested as if each wave had other respondents."
      : "How many took part in \(words.list(waves)) is not known: differences with that wave are not "
        + "tested."
  }
}
