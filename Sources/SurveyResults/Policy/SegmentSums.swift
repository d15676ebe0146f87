/// The sums over segments that a reader knows: parts that add up to a whole.
struct SegmentSums {
  /// One sum, by the positions of its segments.
  struct Line {
    var parts: [Int]
    var whole: Int
    /// How many parts must be withheld at least, if one is.
    ///
    /// Two; three where the parts are strata, which have one weight each: the weighted sum is a second
    /// equation of the same counts.
    var least = 2
  }

  /// The segments that are shown or follow from what is shown.
  let segments: [SegmentKey]
  let lines: [Line]
  /// The lines of each segment.
  let linesOfSegment: [[Int]]
  /// Whether a segment is what another is compared with.
  let isComplement: [Bool]

  /// The sums over the segments of a question that the plan has.
  ///
  /// The reported segments of a breakdown add up to the total, each and what it is compared with do
  /// too, and the crossings of a segment add up to it, or to the total where the plan has no margin.
  ///
  /// - Parameters:
  ///   - segments: the segments that the plan has; the total is added where others follow from it.
  ///   - breakdowns: the breakdowns of the study.
  ///   - strata: the breakdown by which respondents are weighted; nil for none.
  init(of segments: [SegmentKey], breakdowns: [Breakdown], strata: String? = nil) {
    var segments = segments.sorted()
    if segments.first != .total { segments.insert(.total, at: 0) }
    let place = Dictionary(uniqueKeysWithValues: segments.enumerated().map { ($1, $0) })
    var lines: [Line] = []
    func add(_ parts: [SegmentKey], _ whole: SegmentKey, over breakdown: String? = nil) {
      let places = parts.compactMap { place[$0] }
      if let whole = place[whole], !places.isEmpty {
        let least = breakdown != nil && breakdown == strata ? 3 : 2
        lines.append(Line(parts: places, whole: whole, least: least))
      }
    }
    let reported = breakdowns.map { breakdown in
      breakdown.segments.filter(\.isReported).map {
        SegmentPart(breakdown: breakdown.id, id: $0.id)
      }
    }
    for parts in reported {
      add(parts.map(\.key), .total, over: parts.first?.breakdown)
      for part in parts {
        let complement = SegmentKey.others(breakdown: part.breakdown, id: part.id)
        if place[complement] != nil { add([part.key, complement], .total) }
      }
    }
    for (position, firsts) in reported.enumerated() {
      for seconds in reported.dropFirst(position + 1) {
        var hasMargin = false
        for first in firsts where place[first.key] != nil {
          add(seconds.map { .crossing(first, $0) }, first.key, over: seconds.first?.breakdown)
          hasMargin = true
        }
        for second in seconds where place[second.key] != nil {
          add(firsts.map { .crossing($0, second) }, second.key, over: firsts.first?.breakdown)
          hasMargin = true
        }
        if !hasMargin {
          add(firsts.flatMap { first in seconds.map { .crossing(first, $0) } }, .total)
        }
      }
    }
    self.segments = segments
    self.lines = lines
    var linesOfSegment: [[Int]] = segments.map { _ in [] }
    for (index, line) in lines.enumerated() {
      for segment in line.parts + [line.whole] { linesOfSegment[segment].append(index) }
    }
    self.linesOfSegment = linesOfSegment
    isComplement = segments.map { if case .others = $0 { true } else { false } }
  }
}

extension SegmentPart {
  /// The segment by itself.
  var key: SegmentKey { .segment(breakdown: breakdown, id: id) }
}
