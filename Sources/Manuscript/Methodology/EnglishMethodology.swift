import SurveyResults

/// The methodology in English.
struct EnglishMethodology: MethodologyWording {
  var words: any Wording { EnglishWording() }

  func parties(_ study: Study) -> [String] {
    let said = study.disclosure
    let payer = said[.funder] ?? study.sponsor
    let isSame = payer == study.sponsor
    return [
      line(isSame ? "Commissioned and paid for by" : "Commissioned by", study.sponsor),
      isSame ? nil : line("Paid for by", payer),
      line("Carried out by", study.agency),
      said[.membership].map(Self.sentence),
    ].compactMap { $0 }
  }

  func population(_ study: Study) -> [String] {
    let said = study.disclosure
    let date = said[.populationDate].map { " (as of \($0))" } ?? ""
    return [
      line("Population", said[.population]),
      line("Size of the population", said[.populationSize]),
      line("Source of the size", study.populationSource.map { $0 + date }),
      line("Sampling frame", study.frame),
      line("In the population, not in the frame", said[.coverage]),
    ].compactMap { $0 }
  }

  func fieldwork(_ study: Study, wave: Wave) -> [String] {
    let said = study.disclosure
    let selection =
      switch study.selection {
      case .census: "Everybody in the frame was invited; no sample was drawn."
      case .random: "A random sample was drawn from the frame."
      case .quota:
        "People were recruited until set numbers were reached; this is no probability sample."
      case .selfSelected:
        "Respondents took part of their own accord; this is no probability sample."
      }
    let days = wave.fieldwork.map {
      "Fieldwork was from \(words.date($0.start)) to \(words.date($0.end))."
    }
    let reminders =
      wave.reminders.isEmpty
      ? nil : "Reminders went out on \(words.list(wave.reminders.map(words.date)))."
    return [
      selection, line("Invitations", said[.invitations]), line("Mode", study.mode),
      line("Language of the questionnaire", said[.languages]), days,
      line("Period", said[.period]), reminders,
      "The response rate is the number of respondents divided by the number of those invited.",
    ].compactMap { $0 }
  }

  func questions(_ study: Study) -> [String] {
    let said = study.disclosure
    return [
      line("Questionnaire", said[.questionnaire]),
      "Each figure has its question, and who was asked if that was not everybody.",
      said[.missing].map(Self.sentence)
        ?? "\"Don't know\" counts as an answer; who skipped a question does not count for it.",
      line("Open answers", said[.openAnswers]),
    ].compactMap { $0 }
  }

  func reach(_ study: Study, isWeighted: Bool) -> [String] {
    let said = study.disclosure
    let weighting = said[.weighting].map { ": \($0)" } ?? ""
    let examined =
      study.isNonresponseExamined
      ? "It was examined whether those who did not take part differ from those who did."
      : "It was not examined whether those who did not take part differ from those who did; "
        + "this publication does not claim to be representative."
    return [
      isWeighted
        ? Self.sentence("results are weighted\(weighting)")
          + " Margins and tests use the effective number of respondents: the square of the sum of the "
          + "weights, divided by the sum of their squares."
        : "Results are unweighted.",
      examined, said[.nonresponse].map(Self.sentence),
    ].compactMap { $0 }
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

  func handling(_ study: Study) -> [String] {
    let said = study.disclosure
    let privacy: String? =
      switch said.privacy {
      case .anonymous:
        "The study is anonymous: nobody can tell who took part or what anyone answered."
      case .confidential:
        "The study is confidential: it is known who took part, and that is not shared. It is not "
          + "anonymous."
      case nil: nil
      }
    return [
      privacy, line("Retention", said[.retention]), line("Contact", said[.contact]),
      line("Version of the results", said[.version]),
    ].compactMap { $0 }
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
