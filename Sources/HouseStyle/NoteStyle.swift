public import Drawing

/// How footnotes stand at the foot of a page.
///
/// Their text is set in the paragraph style `footnote`.
public struct NoteStyle: Sendable, Hashable {
  /// What marks a note.
  public enum Marks: String, Sendable, Hashable, CaseIterable {
    /// Numbers, from 1 in each chapter.
    case numbers
    /// Asterisks, from one on each page.
    case asterisks
  }

  /// What marks a note.
  public var marks: Marks
  /// The least space between the text and the rule above the notes.
  public var gap: Length
  /// The most width of the notes, so that their lines are not too long to read; nil for that of
  /// their frame.
  public var measure: Length?
  /// The line above the notes, with the space below it.
  public var rule: ParagraphStyle.Rule

  /// Creates a style.
  public init(
    marks: Marks = .numbers,
    gap: Length = 10,
    measure: Length? = nil,
    rule: ParagraphStyle.Rule = .init(colour: "rule", width: 0.5, length: 60, gap: 5)
  ) {
    self.marks = marks
    self.gap = gap
    self.measure = measure
    self.rule = rule
  }
}

/// How the blocks of a section, a heading of level 2 with what follows it, fill pages.
public enum SectionStyle: Sendable, Hashable {
  /// One below the other.
  case stacked
  /// Text at the left and charts at the right of it, on one page where that is possible; else the
  /// charts stand on pages behind the text. The share is that of the text, 0 to 1.
  case beside(textShare: Double, gap: Length)
}
