public import Diagnostics

/// What authors wrote of coded answers, per question and segment: `texts.yaml`.
///
/// `themes` prints the texts, `toplist` the wordings; a name that the results do not have is reported
/// by `Manuscript`.
public struct AnswerTexts: Sendable, Hashable {
  /// What was written of one answer of one group.
  public struct Entry: Sendable, Hashable {
    /// The question.
    public var question: LocatedText
    /// The segment.
    public var segment: LocatedText
    /// The category.
    public var answer: LocatedText
    /// The answer in the words of a list, in lower case; nil for the codebook's label.
    public var wording: LocatedText?
    /// What the group said of it; nil for nothing.
    public var text: [SpecInline]?
  }

  /// The entries in the order of the file.
  public var entries: [Entry]
  /// Who approved the texts; nil for nobody.
  public var approvedBy: LocatedText?

  /// Creates texts.
  public init(entries: [Entry] = [], approvedBy: LocatedText? = nil) {
    self.entries = entries
    self.approvedBy = approvedBy
  }
}
