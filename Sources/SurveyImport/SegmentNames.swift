import Diagnostics
import SurveyResults

/// Finds segments by the names that files of facts, quotes and tables give them.
struct SegmentNames {
  let breakdowns: [Breakdown]

  /// `total`, a bare name that one breakdown has, `role:mayor`, or two with `and` between them; what is
  /// none of these is reported.
  func key(of name: LocatedText, into log: inout DiagnosticLog) -> SegmentKey? {
    if name.text == "total" { return .total }
    let words = name.text.split(separator: " ").map(String.init)
    guard words.count == 3, words[1] == "and" else {
      return part(name, into: &log).map { .segment(breakdown: $0.breakdown, id: $0.id) }
    }
    guard let first = part(LocatedText(words[0], at: name.range), into: &log),
      let second = part(LocatedText(words[2], at: name.range), into: &log)
    else { return nil }
    let ids = breakdowns.map(\.id)
    guard let one = ids.firstIndex(of: first.breakdown),
      let other = ids.firstIndex(of: second.breakdown), one != other
    else {
      log.report(.badCrossing(at: name.range))
      return nil
    }
    return one < other ? .crossing(first, second) : .crossing(second, first)
  }

  private func part(_ name: LocatedText, into log: inout DiagnosticLog) -> SegmentPart? {
    let found = breakdowns.flatMap { breakdown in
      breakdown.segments.filter {
        name.text == $0.id || name.text == "\(breakdown.id):\($0.id)"
      }.map { SegmentPart(breakdown: breakdown.id, id: $0.id) }
    }
    if found.count > 1 {
      log.report(
        .ambiguousSegment(name.text, candidates: found.map(\.description), at: name.range))
    } else if found.isEmpty {
      let known = breakdowns.flatMap { $0.segments.map(\.id) }
      log.report(.unknownName(name.text, kind: "segment", known: known, at: name.range))
    }
    return found.first
  }
}
