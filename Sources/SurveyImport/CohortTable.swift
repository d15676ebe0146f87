import Diagnostics
import SurveyResults

/// Who took part, with the populations of the codebook.
struct CohortTable {
  let codebook: Codebook
  let responded: [SegmentKey: Int]

  /// Everybody who may be spoken of: each segment, what it is compared with, and the total.
  var participation: [(wave: String, segment: SegmentKey, Participation)] {
    let wave = codebook.waves[0].id
    var result: [(wave: String, segment: SegmentKey, Participation)] = []
    for coded in codebook.breakdowns {
      let id = coded.breakdown.id
      for segment in coded.breakdown.segments {
        result.append(
          (wave, .segment(breakdown: id, id: segment.id), counts(of: [segment], in: coded)))
        guard segment.isReported else { continue }
        let others = coded.breakdown.segments.filter { $0.isReported && $0.id != segment.id }
        result.append(
          (wave, .others(breakdown: id, id: segment.id), counts(of: others, in: coded)))
      }
    }
    var total = Participation(responded: responded[.total] ?? 0)
    if let first = codebook.breakdowns.first {
      let all = counts(of: first.breakdown.segments.filter(\.isReported), in: first)
      total.population = all.population
      total.invited = all.invited
    }
    return result + [(wave, .total, total)] + crossings
  }

  /// Crossings where somebody took part; how many there are in all is not known.
  private var crossings: [(wave: String, segment: SegmentKey, Participation)] {
    let wave = codebook.waves[0].id
    return responded.filter { $0.key.crossing != nil && $0.value > 0 }
      .sorted { $0.key < $1.key }.map { (wave, $0.key, Participation(responded: $0.value)) }
  }

  /// Segments together; what is unknown of one is unknown of all.
  private func counts(of segments: [Segment], in coded: CodedBreakdown) -> Participation {
    func sum(_ count: (Segment) -> Int?) -> Int? {
      let counts = segments.compactMap(count)
      return counts.isEmpty || counts.count < segments.count ? nil : counts.reduce(0, +)
    }
    return Participation(
      population: sum { coded.cohorts[$0.id]?.population },
      invited: sum { coded.cohorts[$0.id]?.invited },
      responded: segments.reduce(0) { sum, segment in
        sum + (responded[.segment(breakdown: coded.breakdown.id, id: segment.id)] ?? 0)
      })
  }

  /// Reports segments with more respondents than people, and reported ones that are too small.
  func check(into log: inout DiagnosticLog) {
    for coded in codebook.breakdowns {
      for segment in coded.breakdown.segments {
        guard let cohort = coded.cohorts[segment.id] else { continue }
        let found = responded[.segment(breakdown: coded.breakdown.id, id: segment.id)] ?? 0
        let counts = [found, cohort.invited, cohort.population].compactMap { $0 }
        if counts != counts.sorted() {
          log.report(
            .cohortOrder(
              segment.id, responded: found, invited: cohort.invited,
              population: cohort.population, at: cohort.range))
        }
        if segment.isReported, found > 0, found < codebook.policy.group {
          log.report(
            .smallReported(
              segment.id, responded: found, bound: codebook.policy.group, at: cohort.range))
        }
      }
    }
  }
}
