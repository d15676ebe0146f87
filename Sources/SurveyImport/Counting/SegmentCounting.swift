import SurveyResults

/// Where a respondent counts: the keys of all segments, and which of them a row belongs to.
///
/// What segments are compared with is not counted but summed afterwards: a respondent would count in as
/// many complements as a breakdown has segments.
struct SegmentCounting {
  /// All keys: the total, segments, complements, crossings.
  let keys: [SegmentKey]
  private let firstSegment: [Int]
  private let isReported: [[Bool]]
  /// For each breakdown the reported segments and their complements, by position in `keys`.
  private let complements: [[(segment: Int, complement: Int)]]
  private let crossings: [(first: Int, second: Int, start: Int, width: Int)]
  /// The place of each segment among the reported ones.
  private let rank: [[Int]]

  init(breakdowns: [Breakdown], crossings: [Crossing]) {
    var keys: [SegmentKey] = [.total]
    var firstSegment: [Int] = []
    var complements: [[(segment: Int, complement: Int)]] = []
    for breakdown in breakdowns {
      let first = keys.count
      firstSegment.append(first)
      keys += breakdown.segments.map { .segment(breakdown: breakdown.id, id: $0.id) }
      let reported = breakdown.segments.indices.filter { breakdown.segments[$0].isReported }
      let start = keys.count
      complements.append(
        reported.enumerated().map { (segment: first + $0.element, complement: start + $0.offset) })
      keys += reported.map { .others(breakdown: breakdown.id, id: breakdown.segments[$0].id) }
    }
    let names = breakdowns.map(\.id)
    func parts(_ breakdown: Int) -> [SegmentPart] {
      breakdowns[breakdown].segments.filter(\.isReported).map {
        SegmentPart(breakdown: names[breakdown], id: $0.id)
      }
    }
    self.crossings = crossings.compactMap { crossing in
      guard let first = names.firstIndex(of: crossing.first),
        let second = names.firstIndex(of: crossing.second)
      else { return nil }
      let start = keys.count
      let seconds = parts(second)
      for part in parts(first) { keys += seconds.map { .crossing(part, $0) } }
      return (first, second, start, seconds.count)
    }
    rank = breakdowns.map { breakdown in
      var next = 0
      return breakdown.segments.map { segment in
        defer { if segment.isReported { next += 1 } }
        return next
      }
    }
    isReported = breakdowns.map { $0.segments.map(\.isReported) }
    self.keys = keys
    self.firstSegment = firstSegment
    self.complements = complements
  }

  /// Fills in the positions in `keys` where a respondent counts.
  ///
  /// Who is in a segment that is not reported counts there only: else he or she would follow from the
  /// sums of another breakdown.
  func find(_ places: inout [Int], of segments: [Int]) {
    places.removeAll(keepingCapacity: true)
    for (breakdown, segment) in segments.enumerated() where !isReported[breakdown][segment] {
      places.append(firstSegment[breakdown] + segment)
    }
    if !places.isEmpty { return }
    places.append(0)
    for (breakdown, segment) in segments.enumerated() {
      places.append(firstSegment[breakdown] + segment)
    }
    for crossing in crossings {
      places.append(
        crossing.start + rank[crossing.first][segments[crossing.first]] * crossing.width
          + rank[crossing.second][segments[crossing.second]])
    }
  }

  /// Fills in what segments are compared with: each complement is the sum of the other segments.
  ///
  /// - Parameters:
  ///   - sums: so many numbers for each key.
  ///   - start: where those of the first key stand.
  ///   - width: how many each key has.
  func sumComplements<Number: AdditiveArithmetic>(
    of sums: inout [Number], start: Int, width: Int
  ) {
    for pairs in complements {
      for offset in 0..<width {
        var before = Number.zero
        for pair in pairs {
          sums[start + pair.complement * width + offset] = before
          before += sums[start + pair.segment * width + offset]
        }
        var after = Number.zero
        for pair in pairs.reversed() {
          sums[start + pair.complement * width + offset] += after
          after += sums[start + pair.segment * width + offset]
        }
      }
    }
  }
}
