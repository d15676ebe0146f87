/// The change of one file as a unified diff.
struct UnifiedDiff {
  /// How many unchanged lines stand around a change.
  private static let context = 3

  private struct Line {
    /// " " for a line that stays, "-" and "+" for one that goes or comes.
    var sign: Character
    var text: String
    /// The numbers of the line that comes next in either text, from 1.
    var old: Int
    var new: Int
  }

  private let path: String
  private let lines: [Line]

  /// Compares two texts line by line.
  init(of path: String, from old: String, to new: String) {
    self.path = path
    let before = Self.lines(of: old)
    let after = Self.lines(of: new)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in after.difference(from: before) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var lines: [Line] = []
    var (one, two) = (0, 0)
    while one < before.count || two < after.count {
      if removed.contains(one) {
        lines.append(Line(sign: "-", text: before[one], old: one + 1, new: two + 1))
        one += 1
      } else if inserted.contains(two) {
        lines.append(Line(sign: "+", text: after[two], old: one + 1, new: two + 1))
        two += 1
      } else {
        lines.append(Line(sign: " ", text: before[one], old: one + 1, new: two + 1))
        (one, two) = (one + 1, two + 1)
      }
    }
    self.lines = lines
  }

  /// The diff; empty if nothing changed.
  var text: String {
    let hunks = self.hunks
    guard !hunks.isEmpty else { return "" }
    return "--- \(path)\n+++ \(path)\n" + hunks.map(text).joined()
  }

  private func text(of hunk: Range<Int>) -> String {
    let part = lines[hunk]
    let old = part.count { $0.sign != "+" }
    let new = part.count { $0.sign != "-" }
    let head = "@@ -\(lines[hunk.lowerBound].old),\(old) +\(lines[hunk.lowerBound].new),\(new) @@\n"
    return head + part.map { "\($0.sign)\($0.text)\n" }.joined()
  }

  /// The stretches of changed lines with their context; those that would touch are one.
  private var hunks: [Range<Int>] {
    var hunks: [Range<Int>] = []
    for index in lines.indices where lines[index].sign != " " {
      let start = max(0, index - Self.context)
      let end = min(lines.count, index + Self.context + 1)
      if let last = hunks.last, last.upperBound >= start {
        hunks[hunks.count - 1] = last.lowerBound..<end
      } else {
        hunks.append(start..<end)
      }
    }
    return hunks
  }

  private static func lines(of text: String) -> [String] {
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0) }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
