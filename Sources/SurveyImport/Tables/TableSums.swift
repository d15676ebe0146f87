import Diagnostics
import SurveyResults

/// Sums tables over segments: the total is the reported segments of each breakdown, never more, and a
/// segment is the sum of its crossings. What a table says itself must agree.
struct TableSums {
  private(set) var survey: CountedSurvey
  let breakdowns: [Breakdown]

  init(survey: CountedSurvey, breakdowns: [Breakdown]) {
    self.survey = survey
    self.breakdowns = breakdowns
  }

  mutating func sum(into log: inout DiagnosticLog) {
    let tables = Set(
      survey.counts.keys.map { key in
        BaseKey(question: key.question, item: key.item, segment: .total, wave: key.wave)
      })
    let reported = breakdowns.map { breakdown in
      breakdown.segments.filter(\.isReported).map {
        SegmentPart(breakdown: breakdown.id, id: $0.id)
      }
    }
    for table in tables.sorted() {
      for (position, firsts) in reported.enumerated() {
        for seconds in reported.dropFirst(position + 1) {
          for first in firsts {
            sum(seconds.map { .crossing(first, $0) }, to: key(of: first), in: table, into: &log)
          }
          for second in seconds {
            sum(firsts.map { .crossing($0, second) }, to: key(of: second), in: table, into: &log)
          }
        }
        sum(firsts.map(key(of:)), to: .total, in: table, into: &log)
        addComplements(of: firsts, in: table)
      }
    }
  }

  private func key(of part: SegmentPart) -> SegmentKey {
    .segment(breakdown: part.breakdown, id: part.id)
  }

  private mutating func sum(
    _ parts: [SegmentKey], to whole: SegmentKey, in table: BaseKey,
    into log: inout DiagnosticLog
  ) {
    func place(_ segment: SegmentKey) -> BaseKey {
      var key = table
      key.segment = segment
      return key
    }
    let bases = parts.compactMap { survey.counts[place($0)] }
    guard let sum = Self.sum(bases) else { return }
    guard let known = survey.counts[place(whole)] else {
      survey.counts[place(whole)] = sum
      survey.places[place(whole)] = parts.compactMap { survey.places[place($0)] }.first
      return
    }
    guard let range = survey.places[place(whole)] else { return }
    if known.base != sum.base {
      log.report(
        .otherSum("n", known.base, parts: sum.base, of: table.question, whole, at: range))
      return
    }
    for (answer, count) in sum.answers.sorted(by: { $0.key < $1.key }) {
      if case .counted(let parts, _) = count, case .counted(let k, _) = known.answers[answer],
        parts != k
      {
        log.report(
          .otherSum(answer.answer, k, parts: parts, of: table.question, whole, at: range))
      }
    }
  }

  private mutating func addComplements(of parts: [SegmentPart], in table: BaseKey) {
    for part in parts {
      let others = parts.filter { $0 != part }.compactMap { other -> BaseCounts? in
        var place = table
        place.segment = key(of: other)
        return survey.counts[place]
      }
      var place = table
      place.segment = .others(breakdown: part.breakdown, id: part.id)
      var own = table
      own.segment = key(of: part)
      if survey.counts[own] != nil, let sum = Self.sum(others) { survey.counts[place] = sum }
    }
  }

  private static func sum(_ bases: [BaseCounts]) -> BaseCounts? {
    guard var sum = bases.first else { return nil }
    for base in bases.dropFirst() {
      sum.base += base.base
      sum.asked += base.asked
      sum.everybody += base.everybody
      for (answer, count) in base.answers {
        if case .counted(let more, _) = count, case .counted(let known, _) = sum.answers[answer] {
          sum.answers[answer] = .counted(known + more, weight: nil)
        }
      }
    }
    return sum
  }
}
