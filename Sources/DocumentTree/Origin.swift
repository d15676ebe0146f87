public import Diagnostics

/// Where a run of text comes from; every run on a page carries it, and the ledger is a fold over them.
public enum Origin: Sendable, Hashable {
  /// The author's own words.
  case prose
  /// Words with numbers from elsewhere, which the author vouches for.
  case literal
  /// A number of the results, filled in: the index of its entry in `Document.figures`.
  case figure(Int)
  /// The author's words, held against a number: the index of its entry in `Document.figures`.
  case bound(Int)
  /// A tick or unit of a chart's scale.
  case scale
  /// A page number in a folio.
  case folio
  /// A page number that points to another page.
  case reference
  /// A date.
  case date
  /// An address, a telephone number.
  case contact
  /// A number that structures the document: a chapter's number, a list's.
  case structural
  /// A label from the codebook, or a fixed word of the language tables.
  case label
  /// A quotation of a respondent.
  case quote
}

/// One number that is printed, and everything needed to vouch for it.
public struct PrintedFigure: Sendable, Hashable {
  /// The query as the author wrote it or as a chart stands for it, completed with its defaults.
  public var query: String
  /// The number as it is printed: `60%`, `1.081`.
  public var printed: String
  /// Those who gave the answer; nil for a figure that is not a share.
  public var count: Int?
  /// The base; nil for a figure without one.
  public var base: Int?
  /// `sound`, `indicative`, `insufficient` or `published`.
  public var quality: String
  /// The exact value: percent, people or points; nil where a publication gives none.
  public var value: Double?
  /// Whether the share is weighted.
  public var isWeighted = false
  /// The wave; nil for a figure of no wave.
  public var wave: String?
  /// Where the spec asks for it.
  public var range: SourceRange?

  /// Creates an entry.
  public init(
    query: String, printed: String, count: Int?, base: Int?, quality: String, range: SourceRange?
  ) {
    self.query = query
    self.printed = printed
    self.count = count
    self.base = base
    self.quality = quality
    self.range = range
  }
}
