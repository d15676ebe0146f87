import Diagnostics
import SurveyResults

/// Who took part, with the populations of the codebook and of its file of cohorts.
struct CohortTable {
  let codebook: Codebook
  /// How many took part, by wave and segment.
  let responded: [String: [SegmentKey: Int]]
  let file: CohortFile

  /// Takes what was counted; beside tables the file says how many took part, as far as it does.
  init(codebook: Codebook, counted: [String: [SegmentKey: Int]], file: CohortFile) {
    self.codebook = codebook
    self.file = file
    var responded = counted
    for (wave, entries) in file.entries {
      for (segment, entry) in entries {
        if let count = entry.counts.responded { responded[wave, default: [:]][segment] = count }
      }
    }
    for wave in responded.keys { Self.addSums(to: &responded[wave, default: [:]], codebook) }
    self.responded = responded
  }

  /// The total and what segments are compared with, from the reported segments.
  private static func addSums(to counts: inout [SegmentKey: Int], _ codebook: Codebook) {
    for coded in codebook.breakdowns.reversed() {
      let id = coded.breakdown.id
      let reported = coded.breakdown.segments.filter(\.isReported).map(\.id)
      let known = reported.map { counts[.segment(breakdown: id, id: $0)] }
      if known.allSatisfy({ $0 == nil }) { continue }
      let sum = known.reduce(0) { $0 + ($1 ?? 0) }
      counts[.total] = sum
      for (segment, count) in zip(reported, known) {
        counts[.others(breakdown: id, id: segment)] = sum - (count ?? 0)
      }
    }
  }

  /// Everybody who may be spoken of, in each wave that has data: each segment, what it is compared
  /// with, the total, and crossings.
  var participation: [(wave: String, segment: SegmentKey, Participation)] {
    codebook.waves.filter { $0.publication == nil }.map(\.id).flatMap { wave in
      participation(in: wave).map { (wave, $0.0, $0.1) }
    }
  }

  private func participation(in wave: String) -> [(SegmentKey, Participation)] {
    guard responded[wave] != nil else { return [] }
    var result: [(SegmentKey, Participation)] = []
    for coded in codebook.breakdowns {
      let id = coded.breakdown.id
      for segment in coded.breakdown.segments {
        result.append(
          (.segment(breakdown: id, id: segment.id), counts(of: [segment], in: coded, wave)))
        guard segment.isReported else { continue }
        let others = coded.breakdown.segments.filter { $0.isReported && $0.id != segment.id }
        result.append(
          (.others(breakdown: id, id: segment.id), counts(of: others, in: coded, wave)))
      }
    }
    var total = Participation(responded: responded[wave]?[.total] ?? 0)
    if let first = codebook.breakdowns.first {
      let all = counts(of: first.breakdown.segments.filter(\.isReported), in: first, wave)
      total.population = all.population
      total.invited = all.invited
    }
    return result + [(.total, total)] + crossings(in: wave)
  }

  /// Crossings where somebody took part.
  private func crossings(in wave: String) -> [(SegmentKey, Participation)] {
    (responded[wave] ?? [:]).filter { $0.key.crossing != nil && $0.value > 0 }
      .sorted { $0.key < $1.key }.map { key, count in
        let known = file.entries[wave]?[key]?.counts
        return (
          key,
          Participation(
            population: known?.population, invited: known?.invited, responded: count)
        )
      }
  }

  private func known(
    _ segment: Segment, in coded: CodedBreakdown, _ wave: String
  ) -> (population: Int?, invited: Int?) {
    let entry = file.entries[wave]?[.segment(breakdown: coded.breakdown.id, id: segment.id)]
    let own = wave == codebook.waves[0].id ? coded.cohorts[segment.id] : nil
    return (entry?.counts.population ?? own?.population, entry?.counts.invited ?? own?.invited)
  }

  /// Segments together; what is unknown of one is unknown of all.
  private func counts(
    of segments: [Segment], in coded: CodedBreakdown, _ wave: String
  ) -> Participation {
    func sum(_ count: (Segment) -> Int?) -> Int? {
      let counts = segments.compactMap(count)
      return counts.isEmpty || counts.count < segments.count ? nil : counts.reduce(0, +)
    }
    return Participation(
      population: sum { known($0, in: coded, wave).population },
      invited: sum { known($0, in: coded, wave).invited },
      responded: segments.reduce(0) { sum, segment in
        sum + (responded[wave]?[.segment(breakdown: coded.breakdown.id, id: segment.id)] ?? 0)
      })
  }

  /// Reports segments with more respondents than people, and reported ones that are too small.
  func check(into log: inout DiagnosticLog) {
    for wave in codebook.waves.filter({ $0.publication == nil }).map(\.id) {
      for coded in codebook.breakdowns {
        checkOrder(of: coded, in: wave, into: &log)
        if wave == codebook.waves[0].id { warnOfSmall(coded, in: wave, into: &log) }
      }
      for (key, count) in crossings(in: wave) {
        guard let entry = file.entries[wave]?[key] else { continue }
        check(count, named: key.description, at: entry.range, into: &log)
      }
    }
  }

  private func checkOrder(
    of coded: CodedBreakdown, in wave: String, into log: inout DiagnosticLog
  ) {
    for segment in coded.breakdown.segments {
      let key = SegmentKey.segment(breakdown: coded.breakdown.id, id: segment.id)
      let range = file.entries[wave]?[key]?.range ?? coded.cohorts[segment.id]?.range
      guard let range else { continue }
      check(counts(of: [segment], in: coded, wave), named: segment.id, at: range, into: &log)
    }
  }

  private func check(
    _ cohort: Participation, named name: String, at range: SourceRange,
    into log: inout DiagnosticLog
  ) {
    let counts = [cohort.responded, cohort.invited, cohort.population].compactMap { $0 }
    if counts == counts.sorted() { return }
    log.report(
      .cohortOrder(
        name, responded: cohort.responded, invited: cohort.invited,
        population: cohort.population, at: range))
  }

  /// One warning for each small segment, or for all of a breakdown with many.
  private func warnOfSmall(
    _ coded: CodedBreakdown, in wave: String, into log: inout DiagnosticLog
  ) {
    let small = coded.breakdown.segments.filter(\.isReported).compactMap {
      segment -> (id: String, count: Int, range: SourceRange)? in
      let key = SegmentKey.segment(breakdown: coded.breakdown.id, id: segment.id)
      let count = responded[wave]?[key] ?? 0
      guard count > 0, count < codebook.policy.group, let cohort = coded.cohorts[segment.id]
      else { return nil }
      return (segment.id, count, cohort.range)
    }
    if small.count > 5 {
      log.report(
        .manySmallReported(
          small.count, of: coded.breakdown.id, bound: codebook.policy.group,
          at: coded.column.range))
      return
    }
    for segment in small {
      log.report(
        .smallReported(
          segment.id, responded: segment.count, bound: codebook.policy.group, at: segment.range))
    }
  }
}
