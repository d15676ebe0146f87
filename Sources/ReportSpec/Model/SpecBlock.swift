public import Diagnostics

/// One block of a chapter.
public struct SpecBlock: Sendable, Hashable {
  /// What the block is and what it holds.
  public indirect enum Content: Sendable, Hashable {
    /// A heading of level 1 to 6; in a chapter with a title of its own `#` is a level below it.
    case heading(level: Int, [SpecInline], HeadingAttributes)
    /// A paragraph.
    case paragraph([SpecInline])
    /// A list.
    case list(SpecList)
    /// A table that is written out.
    case table(MarkdownTable)
    /// What somebody said, set apart.
    case quote([SpecBlock])
    /// A chart.
    case chart(ChartSpec)
    /// A row of large numbers.
    case keyFigures(KeyFiguresSpec)
    /// The table of who was invited and who took part.
    case response(ResponseSpec)
    /// How the survey was done, with its margins.
    case methodology(MethodologySpec)
    /// A table of results.
    case resultTable(TableSpec)
    /// The results of many questions, a table each.
    case straightCounts(StraightCountsSpec)
    /// A picture with its caption.
    case image(ImageSpec)
    /// What respondents wrote.
    case quotes(QuotesSpec)
    /// The answers that were given most, in order.
    case topList(TopListSpec)
    /// The words of an open question, in clusters.
    case keywords(KeywordsSpec)
    /// The themes of an open question, each with a text.
    case themes(ThemesSpec)
    /// How an organisation is reached.
    case address(AddressSpec)
    /// Who signs, where and when.
    case signOff(SignOffSpec)
    /// Who made the report, and of what.
    case colophon(ColophonSpec)
    /// Blocks between `:::` and `:::`.
    case container(SpecContainer, [SpecBlock])
  }

  /// What the block is.
  public var content: Content
  /// Where it stands: for a fence or a container its first line.
  public var range: SourceRange

  /// Creates a block.
  public init(_ content: Content, at range: SourceRange) {
    self.content = content
    self.range = range
  }
}

/// What stands in the braces behind a heading: `{#anchor question=agressie wave=2021}`.
public struct HeadingAttributes: Sendable, Hashable {
  /// The name by which links find the heading; nil for none.
  public var anchor: LocatedText?
  /// The question of queries and blocks below the heading that name none.
  public var question: LocatedText?
  /// The wave of queries and blocks below it.
  public var wave: LocatedText?
  /// The breakdown of blocks below it.
  public var by: LocatedText?
  /// The segment of queries below it.
  public var segment: LocatedText?

  /// Creates attributes; all nil means that a heading says nothing.
  public init(
    anchor: LocatedText? = nil,
    question: LocatedText? = nil,
    wave: LocatedText? = nil,
    by: LocatedText? = nil,
    segment: LocatedText? = nil
  ) {
    self.anchor = anchor
    self.question = question
    self.wave = wave
    self.by = by
    self.segment = segment
  }
}

/// A list with bullets or numbers.
public struct SpecList: Sendable, Hashable {
  /// One item.
  public struct Item: Sendable, Hashable {
    /// Its blocks; a nested list is one of them.
    public var blocks: [SpecBlock]
    /// Where it stands.
    public var range: SourceRange
  }

  /// Whether the items are numbered, from `start`.
  public var isOrdered: Bool
  /// The first number.
  public var start: Int
  /// The items.
  public var items: [Item]
}

/// A table of Markdown.
public struct MarkdownTable: Sendable, Hashable {
  /// Where the text of a column stands.
  public enum Alignment: String, Sendable, Hashable {
    case left
    case centre
    case right
  }

  /// The alignment of each column; nil where the table does not say.
  public var alignments: [Alignment?]
  /// The cells of the head; as many as there are columns.
  public var header: [[SpecInline]]
  /// The rows below it, each with as many cells.
  public var rows: [[[SpecInline]]]

  /// Whether a row is the head of the rows below it: of several cells only the first says something,
  /// and an ordinary row follows.
  public func isGroupHead(_ row: Int) -> Bool {
    hasOnlyFirst(row) && row + 1 < rows.count && !hasOnlyFirst(row + 1)
  }

  private func hasOnlyFirst(_ row: Int) -> Bool {
    let cells = rows[row]
    return cells.count > 1 && !cells[0].isEmpty && cells.dropFirst().allSatisfy(\.isEmpty)
  }
}

/// What the blocks between `:::` and `:::` have in common.
public enum SpecContainer: Sendable, Hashable {
  /// Side by side: `::: columns 2`.
  case columns(Int)
  /// In a tinted box: `::: callout`.
  case callout
  /// In a speech bubble: `::: bubble`.
  case bubble
  /// On one page where that is possible: `::: together`.
  case together
  /// On one page; where that is not possible each block on a page of its own:
  /// `::: together else apart`.
  case apart
  /// On pages of their own: `::: page`.
  case page
  /// Across all columns of the page: `::: wide`.
  case wide
  /// Text at the left, charts and tables at the right of it: `::: beside`.
  case beside
  /// Once for each segment of a breakdown: `::: each role`.
  case eachSegment(of: LocatedText)
  /// Once for each item of a battery: `::: each item of oordeel`.
  case eachItem(of: LocatedText)
  /// Only where the sheet or the loop is about one of these segments: `::: only raadslid`.
  case only([LocatedText])
  /// With numbers that the author vouches for, and why: `::: unbound "from the annual report"`.
  case unbound(reason: LocatedText)
}
