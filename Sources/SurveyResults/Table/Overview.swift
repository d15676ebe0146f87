import SurveyStatistics

extension ResultsTable {
  /// What the results hold: study, waves, breakdowns, and each question with its kind, base, where it
  /// may be shown and what is known of other waves.
  public static func overview(_ results: ResultsModel) -> String {
    var lines = ["\(results.study.title) (\(results.study.id))", "", "Waves"]
    lines += AlignedText.lines(
      results.waves.map { wave in
        ["  " + wave.id, wave.label, source(of: wave)]
      }, leading: 3)
    if !results.breakdowns.isEmpty { lines += ["", "Breakdowns"] }
    for breakdown in results.breakdowns {
      lines.append("  \(breakdown.id)  \(breakdown.label)")
      let head = ["    name", "label", "population", "invited", "n", "margin", "accuracy"]
      lines += AlignedText.lines(
        [head]
          + breakdown.segments.map { segment in
            let key = SegmentKey.segment(breakdown: breakdown.id, id: segment.id)
            let label = segment.plural + (segment.isReported ? "" : " (not reported)")
            return ["    " + segment.id, label] + participation(of: key, results)
          }, leading: 2)
    }
    lines += ["", "Questions"]
    let head = ["  name", "kind", "n", "by", "waves", "label"]
    lines += AlignedText.lines([head] + results.questions.map { row($0, results) }, leading: 6)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func source(of wave: Wave) -> String {
    if let publication = wave.publication { return "known from: \(publication)" }
    return wave.fieldwork.map { "fieldwork \($0.start) to \($0.end)" } ?? "fieldwork unknown"
  }

  /// Population, invited, n, the margin in points and the class of accuracy of the current wave.
  ///
  /// Without a random or complete selection there is no margin.
  private static func participation(of key: SegmentKey, _ results: ResultsModel) -> [String] {
    guard let counts = results.participation(of: key, in: results.currentWave.id) else {
      return Array(repeating: "–", count: 5)
    }
    func text(_ number: Int?) -> String { number.map { "\($0)" } ?? "–" }
    let numbers = [text(counts.population), text(counts.invited), "\(counts.responded)"]
    guard results.study.selection != .selfSelected,
      let margin = Margin.ofHalf(base: Double(counts.responded), population: counts.population),
      let tenths = Rounding.units(margin, decimals: 1)
    else { return numbers + ["–", "–"] }
    return numbers + [
      DecimalText.of(tenths, decimals: 1),
      AccuracyClass(margin: margin, base: counts.responded).rawValue,
    ]
  }

  private static func row(_ question: Question, _ results: ResultsModel) -> [String] {
    let names = results.breakdowns.map(\.id)
    let crossings = names.indices.flatMap { first in
      names.dropFirst(first + 1).map { Crossing(names[first], $0) }
    }
    let breakdowns =
      (["total"] + names).filter { results.isPlanned(question.id, by: $0) }
      + crossings.filter { results.isPlanned(question.id, by: $0) }.map(\.description)
    let waves = results.waves.map(\.id).filter { wave in
      results.counts.keys.contains { $0.question == question.id && $0.wave == wave }
        || results.facts.contains { $0.question == question.id && $0.wave == wave }
    }
    return [
      "  " + question.id, question.kind.rawValue, base(of: question, results),
      breakdowns.joined(separator: ", "), waves.joined(separator: ", "), question.label,
    ]
  }

  /// The base of the total; of a battery the range over its items.
  private static func base(of question: Question, _ results: ResultsModel) -> String {
    let items = question.items.isEmpty ? [nil] : question.items.map { Optional($0.id) }
    let bases = items.compactMap { try? results.base(of: question.id, item: $0) }
    let texts = bases.map(text(of:))
    let counts = bases.compactMap { base -> Int? in
      if case .counted(let n) = base { n } else { nil }
    }
    if let least = counts.min(), let most = counts.max(), counts.count == bases.count, least < most
    {
      return "\(least)–\(most)"
    }
    return texts.first ?? "–"
  }
}
