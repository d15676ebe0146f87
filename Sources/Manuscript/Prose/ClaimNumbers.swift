import Diagnostics
import SurveyResults

extension InlineComposer {
  /// Whether every number among the words of a claim is one of its own: a share of either side, their
  /// difference, or a wave.
  func areNumbersTrue(
    in words: String, _ left: ClaimedFigure, _ others: [ClaimedFigure], at range: SourceRange,
    into log: inout DiagnosticLog
  ) -> Bool {
    let pieces = words.split(whereSeparator: \.isWhitespace).map(String.init)
    let shares = ([left] + others).compactMap { wording.percent($0.figure) }
    let differences = others.compactMap { claims.difference(left.figure, $0.figure) }
      .map { wording.points(of: $0).split(whereSeparator: \.isWhitespace)[0] }
    let waves = resolver.results.waves.flatMap { wave in
      (wave.id + " " + wave.label).split(whereSeparator: \.isWhitespace).map(String.init)
    }
    var isTrue = true
    for (index, piece) in pieces.enumerated() {
      let number = piece.drop { !$0.isNumber && $0 != "<" && $0 != ">" }
        .prefix { $0.isNumber || "<>%.,".contains($0) }
      let digits = number.filter { $0 != "%" && $0 != "." && $0 != "," }
      guard number.contains(where: { $0.isNumber }) else { continue }
      let isPercentage =
        number.contains("%")
        || wording.percentWords.contains { pieces[(index + 1)...].starts(with: $0) }
      let next = index + 1 < pieces.count ? pieces[index + 1] : ""
      let allowed = isPercentage ? shares : isUnitOfPoints(next) ? differences.map(String.init) : []
      if allowed.contains(where: { $0.filter { $0 != "%" } == digits }) { continue }
      if !isPercentage, waves.contains(where: { $0 == digits }) { continue }
      isTrue = false
      log.report(.numberInClaim(String(number), known: allowed, at: range))
    }
    return isTrue
  }

  private func isUnitOfPoints(_ word: String) -> Bool {
    let unit = wording.points("2").split(whereSeparator: \.isWhitespace).dropFirst().first ?? ""
    return !unit.isEmpty && word.hasPrefix(unit)
  }
}

extension Wording {
  /// The size of a difference, in whole percentage points: `14 procentpunt`.
  func points(of difference: Double) -> String {
    points(count(Int((abs(difference) + 0.5).rounded(.down))))
  }
}
