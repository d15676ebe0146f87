import Diagnostics
import ReportSpec
import SurveyResults

/// Which documents an edition is: one, or one for each segment that the policy shows.
struct SheetPlan {
  /// A segment and why it gets no sheet; nil if it gets one.
  struct Sheet {
    var segment: SegmentKey
    var withheld: String?
  }

  /// The sheets in the order of the breakdown; empty for an edition that is one document.
  private(set) var sheets: [Sheet] = []
  private let isOne: Bool

  /// Plans an edition; unknown names are reported.
  init(_ edition: Edition, in results: ResultsModel, into log: inout DiagnosticLog) {
    isOne = edition.each == nil
    guard let each = edition.each else { return }
    guard let breakdown = results.breakdown(each.text) else {
      log.report(
        .unknownSegment(
          .unknownBreakdown(each.text, known: results.breakdowns.map(\.id)), at: each.range))
      return
    }
    let known = breakdown.segments.map(\.id)
    var chosen = known
    if let names = edition.segments {
      for name in names where !known.contains(name.text) {
        log.report(.unknownSegment(.unknownSegment(name.text, known: known), at: name.range))
      }
      chosen = names.map(\.text).filter(known.contains)
    }
    for segment in breakdown.segments where chosen.contains(segment.id) {
      let key = SegmentKey.segment(breakdown: breakdown.id, id: segment.id)
      sheets.append(
        Sheet(segment: key, withheld: Self.reason(segment, key: key, in: results)))
    }
  }

  /// The documents to print: nil stands for an edition that is one document.
  var printed: [SegmentKey?] {
    isOne ? [nil] : sheets.filter { $0.withheld == nil }.map(\.segment)
  }

  private static func reason(
    _ segment: Segment, key: SegmentKey, in results: ResultsModel
  ) -> String? {
    let responded = results.participation(of: key, in: results.currentWave.id)?.responded ?? 0
    let policy = results.policy
    if responded < policy.group {
      return "\(responded) took part; of groups under \(policy.group) no answers are shown"
    }
    if responded < policy.insufficient {
      return "\(responded) took part; on fewer than \(policy.insufficient) no percentage is shown"
    }
    return segment.isReported ? nil : "the codebook does not report on this segment"
  }
}
