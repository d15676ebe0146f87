public import Diagnostics
public import ReportSpec
public import SurveyResults

/// Holds a study against the list of what a publication of survey results must say.
///
/// What the list calls an obligation is an error if it is missing, what it recommends a warning; each
/// names the key of the codebook that says it. What Katern states by itself (n, response, margins,
/// tests, thresholds, rounding) is not asked for.
public struct DisclosureChecklist: Sendable {
  private let report: ReportSource
  private let results: ResultsModel

  /// Creates a checklist for a report and its study.
  public init(report: ReportSource, results: ResultsModel) {
    self.report = report
    self.results = results
  }

  /// Reports what the study does not say, and a report that says nothing of how it was done.
  public func check(into log: inout DiagnosticLog) {
    if !report.chapters.contains(where: \.blocks.hasMethodology),
      let edition = report.editions.first(where: { $0.template == nil })
    {
      log.report(.noMethodology(edition.name.text, at: edition.name.range))
    }
    for gap in obligations() + recommendations() {
      log.report(.undisclosed(gap, at: place))
    }
    if results.study.disclosure.privacy == .anonymous {
      if results.study.disclosure.isTracked == true {
        log.report(.notAnonymous(at: place))
      } else if !results.currentWave.reminders.isEmpty,
        results.study.disclosure.isTracked == nil
      {
        log.report(.perhapsNotAnonymous(at: place))
      }
    }
  }

  /// Something that is not said.
  struct Gap: Hashable {
    var severity: Diagnostic.Severity
    /// What is missing, in words.
    var what: String
    /// What to write, and below which key.
    var key: String
    var example: String
  }

  /// The codebook, if the results name it.
  private var place: SourceRange? {
    results.inputs.first { $0.path.hasSuffix("codebook.yaml") }.map {
      SourceRange(file: $0.path, start: SourcePosition(line: 1, column: 1))
    }
  }
}

// MARK: - The list

extension DisclosureChecklist {
  private func obligations() -> [Gap] {
    let study = results.study
    let said = study.disclosure
    let segments = results.breakdowns.flatMap(\.segments).filter(\.isReported)
    func demand(_ holds: Bool, _ what: String, _ key: String, _ example: String) -> Gap? {
      holds ? nil : Gap(severity: .error, what: what, key: key, example: example)
    }
    let isInvited = study.selection != .selfSelected
    return [
      demand(
        study.sponsor != nil, "who asked for the study", "study.sponsor", "sponsor: organisation"),
      demand(study.agency != nil, "who did the study", "study.agency", "agency: organisation"),
      demand(
        said[.population] != nil, "who belongs to the population", "study.population",
        "population: all mayors in office"),
      demand(
        said[.populationSize] != nil || hasEverywhere(\.population),
        "how large the population is", "population",
        segments.isEmpty ? "population-size: about 12,000" : "population: 342, at each segment"),
      demand(
        study.populationSource != nil, "where the size of the population comes from",
        "study.population-source", "population-source: national register"),
      demand(
        said[.populationDate] != nil, "of when the size of the population is",
        "study.population-date", "population-date: 1 May 2024"),
      demand(
        study.frame != nil || !isInvited, "from which list people were invited", "study.frame",
        "frame: members with an e-mail address"),
      demand(
        said[.coverage] != nil, "who belongs to the population and could not be reached",
        "study.coverage", "coverage: four mayors without an address"),
      demand(
        !isInvited || said[.invitations] != nil || hasEverywhere(\.invited),
        "how many were invited", "invited",
        segments.isEmpty ? "invitations: 800 letters" : "invited: 338, at each segment"),
      demand(study.mode != nil, "how people answered", "study.mode", "mode: online questionnaire"),
      demand(
        said[.languages] != nil, "in which language people answered", "study.languages",
        "languages: Dutch"),
      demand(
        results.currentWave.fieldwork != nil || said[.period] != nil, "when people answered",
        "fieldwork", "fieldwork: [2024-06-03, 2024-07-09], at the wave"),
      demand(
        !results.isWeighted || said[.weighting] != nil, "by what the answers are weighted",
        "study.weighting", "weighting: sex and age, to the register"),
      demand(
        unfiltered.isEmpty, "who was asked \(names(unfiltered))", "universe",
        "universe: { text: those who met aggression }, at the question"),
    ].compactMap { $0 }
  }

  private func recommendations() -> [Gap] {
    let study = results.study
    let said = study.disclosure
    func advise(_ holds: Bool, _ what: String, _ key: String, _ example: String) -> Gap? {
      holds ? nil : Gap(severity: .warning, what: what, key: key, example: example)
    }
    return [
      advise(
        said[.membership] != nil, "which code of conduct the agency follows", "study.membership",
        "membership: member of ESOMAR"),
      advise(
        said[.nonresponse] != nil, "what is known of those who did not respond",
        "study.nonresponse", "nonresponse: not examined"),
      advise(
        said[.questionnaire] != nil,
        "in which order the questions stood, and where they can be read",
        "study.questionnaire", "questionnaire: in the order of this report; on request"),
      advise(
        said.privacy != nil, "what respondents were told about their privacy", "study.privacy",
        "privacy: confidential"),
      advise(
        said[.retention] != nil, "how long the answers are kept", "study.retention",
        "retention: two years"),
      advise(
        said[.contact] != nil, "whom to ask about the study", "study.contact", "contact: name"),
      advise(
        said[.version] != nil, "which version of the results this is", "study.version",
        "version: \"1.0\""),
      advise(
        uncompared.isEmpty, "whether \(names(uncompared)) can be compared with the earlier wave",
        "comparable", "comparable: { \"2021\": identical }, at the question"),
    ].compactMap { $0 }
  }

  /// Whether every reported segment of some breakdown, or everybody together, has a count.
  private func hasEverywhere(_ count: KeyPath<Participation, Int?>) -> Bool {
    let wave = results.currentWave.id
    func has(_ key: SegmentKey) -> Bool {
      results.participation(of: key, in: wave)?[keyPath: count] != nil
    }
    return has(.total)
      || results.breakdowns.contains { breakdown in
        breakdown.segments.filter(\.isReported).allSatisfy {
          has(.segment(breakdown: breakdown.id, id: $0.id))
        }
      }
  }

  private var unfiltered: [String] {
    results.questions.filter { $0.filter != nil && $0.universe == nil }.map(\.id)
  }

  /// Questions that an earlier wave has figures of, without a word on whether they compare.
  private var uncompared: [String] {
    results.questions.filter { question in
      results.waves.dropFirst().contains { wave in
        question.comparability[wave.id] == nil && results.hasFigures(of: question.id, in: wave.id)
      }
    }.map(\.id)
  }

  private func names(_ questions: [String]) -> String {
    let shown = questions.prefix(3).map { "'\($0)'" }.joined(separator: ", ")
    return questions.count > 3 ? "\(shown) and \(questions.count - 3) more" : shown
  }
}

extension ResultsModel {
  /// Whether anything is known of a question in a wave, for anybody.
  fileprivate func hasFigures(of question: String, in wave: String) -> Bool {
    guard let question = self.question(question) else { return false }
    let segments = breakdowns.flatMap { breakdown in
      breakdown.segments.map { SegmentKey.segment(breakdown: breakdown.id, id: $0.id) }
    }
    let items = question.items.isEmpty ? [nil] : question.items.map { Optional($0.id) }
    return ([.total] + segments).contains { segment in
      items.contains { item in
        question.answerNames.contains { answer in
          let request = FigureRequest(
            question: question.id, item: item, answer: answer, segment: segment, wave: wave)
          guard let figure = try? figure(request) else { return false }
          return figure.outcome != .unknown
        }
      }
    }
  }
}
