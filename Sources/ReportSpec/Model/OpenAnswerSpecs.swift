public import Diagnostics

/// What respondents wrote: ` ```quotes `.
public struct QuotesSpec: Sendable, Hashable {
  /// The question; nil for the heading's.
  public var question: LocatedText?
  /// The category or net that the quotes belong to; nil for all quotes of the question.
  public var answer: LocatedText?
  /// Only the quotes of this segment; nil for all.
  public var segment: LocatedText?
  /// The wave; nil for the heading's or the current one.
  public var wave: LocatedText?
  /// The title above; nil for none.
  public var title: [SpecInline]?
  /// The most quotes that are printed, from the first; nil for all.
  public var limit: Located<Int>?
}

/// The answers that were given most, in order and without their figures: ` ```toplist `.
public struct TopListSpec: Sendable, Hashable {
  /// How the lists stand on the page.
  public enum Shape: String, Sendable, Hashable, CaseIterable {
    /// One below the other.
    case list
    /// Each in a box of its own, side by side.
    case cards
    /// All in a speech bubble.
    case bubble
  }

  /// The question, coded or with several answers; nil for the heading's.
  public var question: LocatedText?
  /// The breakdown that has a list for each segment; nil for one list.
  public var by: LocatedText?
  /// The segments with a list, in order; nil for all of the breakdown.
  public var segments: [LocatedText]?
  /// The wave; nil for the heading's or the current one.
  public var wave: LocatedText?
  /// How many answers a list has; 3 unless the block says otherwise.
  public var count: Located<Int>?
  /// The title above; nil for none.
  public var title: [SpecInline]?
  /// How the lists stand on the page: one below the other unless the block says otherwise.
  public var shape: Located<Shape>?
}

/// The themes of an open question in the order in which they were named: ` ```themes `.
public struct ThemesSpec: Sendable, Hashable {
  /// One theme.
  public struct Theme: Sendable, Hashable {
    /// The category that it is.
    public var answer: LocatedText
    /// What was said of it, in the author's words.
    public var text: [SpecInline]

    /// Creates a theme.
    public init(answer: LocatedText, text: [SpecInline]) {
      self.answer = answer
      self.text = text
    }
  }

  /// The question; nil for the heading's.
  public var question: LocatedText?
  /// Whose themes; nil for the heading's segment, the loop's or the sheet's.
  public var segment: LocatedText?
  /// The paragraph in front; nil for none.
  public var lead: [SpecInline]?
  /// The themes as they are written; empty for those of the report's texts.
  public var themes: [Theme]
  /// Who approved texts that a model made; nil for nobody.
  public var approvedBy: LocatedText?
}

/// The words of an open question in clusters, which are its nets: ` ```keywords `.
public struct KeywordsSpec: Sendable, Hashable {
  /// The question; nil for the heading's.
  public var question: LocatedText?
  /// Whose words; nil for the heading's segment, the loop's or all reported segments together.
  public var segment: LocatedText?
  /// The title above; nil for none.
  public var title: [SpecInline]?
}
