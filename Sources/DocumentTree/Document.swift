public import Diagnostics

/// A document before it is laid out: every number resolved, every alternative text written.
public struct Document: Sendable, Hashable {
  /// Title, language and the like.
  public var metadata: Metadata
  /// The parts in reading order: cover, contents, chapters, back matter.
  public var parts: [Part]
  /// Every printed number; `Origin.figure` and `Origin.bound` point into it.
  public var figures: [PrintedFigure]
  /// The footnotes; `LateText.noteMark` points into it.
  public var notes: [DocumentNote]
  /// What a link back to the list of contents says; empty for no such link.
  public var contentsLabel: String

  /// Creates a document.
  public init(
    metadata: Metadata, parts: [Part], figures: [PrintedFigure] = [], notes: [DocumentNote] = [],
    contentsLabel: String = ""
  ) {
    self.contentsLabel = contentsLabel
    self.metadata = metadata
    self.parts = parts
    self.figures = figures
    self.notes = notes
  }

  /// What is said about the document as a whole.
  public struct Metadata: Sendable, Hashable {
    /// The title.
    public var title: String
    /// What it is about in one sentence; empty if nobody said.
    public var subject: String
    /// The organisation that answers for it.
    public var author: String
    /// The main language as BCP 47: `nl-NL`.
    public var language: String
    /// The date of publication, `2024-11-19`; nil if the spec states none.
    public var date: String?

    /// Creates metadata.
    public init(title: String, subject: String, author: String, language: String, date: String?) {
      self.title = title
      self.subject = subject
      self.author = author
      self.language = language
      self.date = date
    }
  }
}

/// A part of a document, laid out with one sequence of page masters.
public struct Part: Sendable, Hashable {
  /// What a part is; the style sheet says which page master serves it.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    /// The front cover.
    case cover
    /// The list of contents.
    case contents
    /// The page that opens a chapter: number, title and lead.
    case divider
    /// Ordinary pages.
    case body
    /// Pages on which sections follow one another: an introduction, a method, an appendix.
    case flow
    /// A fact sheet.
    case sheet
    /// The back cover.
    case back
  }

  /// What the part is.
  public var role: Role
  /// The chapter's title, for running heads; empty if the part has none.
  public var title: String
  /// The chapter's number as it is printed; nil if it has none.
  public var number: String?
  /// The blocks in reading order.
  public var blocks: [Block]

  /// Creates a part.
  public init(role: Role, title: String = "", number: String? = nil, blocks: [Block]) {
    self.role = role
    self.title = title
    self.number = number
    self.blocks = blocks
  }
}

/// A footnote: it stands at the foot of each page that has its mark.
public struct DocumentNote: Sendable, Hashable {
  /// What it says, without its mark; paragraphs and lists.
  public var blocks: [Block]
  /// Where the source says it.
  public var range: SourceRange?

  /// Creates a footnote.
  public init(_ blocks: [Block], range: SourceRange? = nil) {
    self.blocks = blocks
    self.range = range
  }
}
