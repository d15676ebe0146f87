import Diagnostics
import SurveyResults

/// What queries and blocks need not say because something around them says it.
struct Scope {
  /// The heading's question, with its place.
  var question: LocatedText?
  /// The heading's wave.
  var wave: LocatedText?
  /// The heading's breakdown.
  var by: LocatedText?
  /// The segment of the heading, or of the list item around.
  var segment: SegmentKey?
  /// The segment of the sheet or loop.
  var this: SegmentKey?
  /// The item of the loop.
  var item: String?
}

extension SegmentKey {
  /// The complement of a segment; nil for the total.
  var complement: SegmentKey? {
    if case .segment(let breakdown, let id) = self {
      .others(breakdown: breakdown, id: id)
    } else {
      nil
    }
  }
}
