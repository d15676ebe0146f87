import SurveyResults

/// How a survey was done, a paragraph for each subject in the order of the disclosure lists; what
/// nobody said is left out.
struct Methodology {
  let study: Study
  let wave: Wave
  let isWeighted: Bool
  let wording: any MethodologyWording

  /// The paragraphs; subjects of which nothing is known are left out.
  var paragraphs: [String] {
    [parties, population, fieldwork, questions, reach, handling]
      .map { $0.compactMap { $0 } }
      .filter { !$0.isEmpty }
      .map { $0.joined(separator: " ") }
  }

  private var said: Disclosure { study.disclosure }

  /// Who asked, paid and did it.
  private var parties: [String?] {
    let payer = said[.funder] ?? study.sponsor
    let isSame = payer == study.sponsor
    return [
      line(isSame ? .sponsorAndFunder : .sponsor, study.sponsor),
      isSame ? nil : line(.funder, payer),
      line(.agency, study.agency), said[.membership].map(Self.sentence),
    ]
  }

  /// Whom the study is about, and how they were reached.
  private var population: [String?] {
    let date = said[.populationDate].map(wording.asOf) ?? ""
    return [
      line(.population, said[.population]),
      line(.populationSize, said[.populationSize]),
      line(.populationSource, study.populationSource.map { $0 + date }),
      line(.frame, study.frame), line(.coverage, said[.coverage]),
    ]
  }

  /// How and when people answered.
  private var fieldwork: [String?] {
    let words = wording.words
    let days = wave.fieldwork.map {
      wording.fieldwork(from: words.date($0.start), to: words.date($0.end))
    }
    let reminders =
      wave.reminders.isEmpty
      ? nil : wording.reminders(words.list(wave.reminders.map(words.date)))
    return [
      wording.selection(study.selection), line(.invitations, said[.invitations]),
      line(.mode, study.mode), line(.languages, said[.languages]), days,
      line(.period, said[.period]), reminders, wording.responseRate,
    ]
  }

  /// What was asked, and how answers were counted.
  private var questions: [String?] {
    [
      line(.questionnaire, said[.questionnaire]), wording.questionPlaces,
      said[.missing].map(Self.sentence) ?? wording.missingAnswers,
      line(.openAnswers, said[.openAnswers]),
    ]
  }

  /// Weighting, non-response and how far results reach.
  private var reach: [String?] {
    [
      isWeighted ? wording.weighted(on: said[.weighting].map(Self.ended)) : wording.unweighted,
      wording.nonresponse(isExamined: study.isNonresponseExamined),
      said[.nonresponse].map(Self.sentence),
    ]
  }

  /// Privacy, retention, contact and version.
  private var handling: [String?] {
    [
      said.privacy.map(wording.privacy), line(.retention, said[.retention]),
      line(.contact, said[.contact]), line(.version, said[.version]),
    ]
  }

  /// "Label: text." with one full stop; nil without a text.
  private func line(_ line: MethodologyLine, _ text: String?) -> String? {
    text.map { "\(wording.label(line)): \(Self.ended($0))" }
  }

  /// A text as sentences: its first letter in capitals, a full stop behind it.
  private static func sentence(_ text: String) -> String { ended(text.capitalisedFirst) }

  private static func ended(_ text: String) -> String {
    guard let last = text.last, !".!?".contains(last) else { return text }
    return text + "."
  }
}
