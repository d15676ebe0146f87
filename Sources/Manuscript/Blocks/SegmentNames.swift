import SurveyResults

/// What the segments of a study are called, to tell whose turn it is: "Burgemeesters: …".
struct SegmentNames {
  private struct Name {
    var folded: String
    var length: Int
    var key: SegmentKey
  }

  private var names: [Name] = []
  private var longest = 0
  /// The bytes that a text which names a segment may begin with; nil if that cannot be told by a byte.
  private var openings: Set<UInt8>? = []

  init(_ results: ResultsModel) {
    for breakdown in results.breakdowns {
      for segment in breakdown.segments {
        for label in [segment.plural, segment.singular] where !label.isEmpty {
          let folded = label.lowercased()
          longest = max(longest, label.count)
          names.append(
            Name(
              folded: folded, length: label.count,
              key: .segment(breakdown: breakdown.id, id: segment.id)))
          if let first = folded.utf8.first, first < 0x80 {
            openings?.insert(first)
          } else {
            openings = nil
          }
        }
      }
    }
  }

  /// The segment whose name opens a text.
  ///
  /// The longest name decides; one that several segments have decides nothing.
  func segment(openedBy text: String) -> SegmentKey? {
    guard let first = text.utf8.first else { return nil }
    let isLetter = (0x41...0x5A).contains(first)
    if first < 0x80, openings?.contains(isLetter ? first | 0x20 : first) == false { return nil }
    // A name and what follows it.
    let words = text.prefix(self.longest + 1).lowercased()
    var longest = 0
    var keys: Set<SegmentKey> = []
    for name in names where name.length >= longest && words.hasPrefix(name.folded) {
      if let next = words.dropFirst(name.length).first, next.isLetter || next == "-" { continue }
      if name.length > longest { keys = [] }
      longest = name.length
      keys.insert(name.key)
    }
    return keys.count == 1 ? keys.first : nil
  }
}
