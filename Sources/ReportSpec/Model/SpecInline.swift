public import Diagnostics

/// A piece of a paragraph.
public struct SpecInline: Sendable, Hashable {
  /// What the piece is.
  public indirect enum Content: Sendable, Hashable {
    /// Words. A line end of the source is a space.
    case text(String)
    /// Stressed words.
    case emphasis([SpecInline])
    /// Important words.
    case strong([SpecInline])
    /// Words that lead somewhere: to `#anchor` or to a web or mail address.
    case link([SpecInline], to: String)
    /// Words set as code.
    case code(String)
    /// A forced line break.
    case lineBreak
    /// The mark of the footnote with this label.
    case footnoteMark(String)
    /// The author's own words, bound to a query: `[60%]{agressie.any for burgemeester}`.
    case bound([SpecInline], SpecQuery)
    /// Words with the number of a page behind them: `[zie pagina]{page #verantwoording}`.
    case pageReference([SpecInline], to: LocatedText)
    /// The answer to a query: `{{ agressie.any for burgemeester }}`.
    case fill(SpecQuery)
  }

  /// What the piece is.
  public var content: Content
  /// Where it stands, with its marks.
  public var range: SourceRange

  /// Creates a piece.
  public init(_ content: Content, at range: SourceRange) {
    self.content = content
    self.range = range
  }
}

extension [SpecInline] {
  /// The words of all pieces in order; a filled-in query counts for nothing.
  public var plainText: String {
    map { inline in
      switch inline.content {
      case .text(let text), .code(let text): text
      case .emphasis(let children), .strong(let children), .link(let children, _),
        .bound(let children, _), .pageReference(let children, _):
        children.plainText
      case .lineBreak: "\n"
      case .footnoteMark, .fill: ""
      }
    }.joined()
  }
}

/// A query as the author wrote it; `Manuscript` parses it and looks the names up.
public struct SpecQuery: Sendable, Hashable {
  /// The words between the braces, without blanks at either end.
  public var located: LocatedText

  /// Creates a query.
  public init(_ located: LocatedText) { self.located = located }

  /// The words between the braces.
  public var text: String { located.text }
  /// Where they stand.
  public var range: SourceRange { located.range }

  /// The place of a stretch of the words, given by UTF-8 offsets in `text`.
  public func range(ofUTF8 bytes: Range<Int>) -> SourceRange { located.range(ofUTF8: bytes) }
}
