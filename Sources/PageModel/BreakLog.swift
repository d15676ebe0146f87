import Diagnostics
import Drawing

/// The break log: why each page ends where it does, and which constraints gave way.
public enum BreakLog {
  /// The log as text, a line for each frame of a page and one for each constraint that gave way.
  public static func text(of document: PagedDocument) -> String {
    var lines: [String] = []
    for (number, page) in document.pages.enumerated() {
      for ending in page.endings {
        lines.append("page \(number + 1): \(text(ending))")
        lines += ending.relaxations.map { "  \(text($0))" }
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func text(_ ending: PageEnding) -> String {
    var text = text(ending.reason)
    if !ending.following.isEmpty { text += ", before \"\(ending.following)\"" }
    if let range = ending.range { text += " (\(range.file):\(range.start.line))" }
    return text
  }

  private static func text(_ reason: PageEnding.Reason) -> String {
    switch reason {
    case .endOfPart: "the part is at its end"
    case .full(let needed, let room):
      "\(points(room)) left, and what stays together needs \(points(needed))"
    case .startsPage: "what follows starts a page"
    case .otherFrame: "what follows has a frame of its own"
    case .standsAlone: "what follows stands on a page of its own, for its group does not fit one"
    case .passed: "a later frame is higher"
    case .besideDoesNotFit: "text and charts do not fit here side by side"
    case .headingMoves: "a heading moves with the columns below it"
    case .notes: "the notes of the page before go on"
    }
  }

  private static func text(_ relaxation: PageEnding.Relaxation) -> String {
    switch relaxation {
    case .together: "gave way: blocks that had better stay together, for no page holds them"
    case .kept: "gave way: lines that should stay together, for no page holds them"
    case .overflow(let excess): "gave way: the frame, by \(points(excess))"
    case .beginsEarly: "gave way: blocks that no page holds together begin here"
    case .besideParted:
      "gave way: text and charts follow one another, for no page holds them side by side"
    case .noteGoesOn: "gave way: a note goes on at the foot of the next page"
    case .chartsLower(let height): "gave way: charts are \(points(height)) lower than usual"
    case .chartsHigher(let height): "grew: charts are \(points(height)) higher, for room is left"
    }
  }

  /// `12.5 pt`: half a tenth goes up.
  private static func points(_ length: Length) -> String {
    let tenths = Int((length.points * 10).rounded(.toNearestOrAwayFromZero))
    return "\(tenths / 10).\(tenths % 10) pt"
  }
}
