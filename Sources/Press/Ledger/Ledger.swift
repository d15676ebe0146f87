/// Every number that a document prints, with what vouches for it: a fold over its pages.
public struct Ledger: Sendable, Hashable, Codable {
  /// One printed number.
  public struct Entry: Sendable, Hashable, Codable {
    /// Why a number may stand where it stands.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
      /// Filled in from the results.
      case figure
      /// The author's words, held against the results.
      case bound
      /// A tick of a chart's scale.
      case axis
      /// Part of a label of the codebook, or of a sentence that Katern writes.
      case label
      /// A day, or a time of day.
      case date
      /// A year.
      case year
      /// Part of an address or a telephone number.
      case contact
      /// A number that names a place or a thing, or that numbers a list.
      case structural
      /// An amount that is no survey result.
      case quantity
      /// Said by somebody who is quoted.
      case quote
      /// Vouched for by the author, below `::: unbound "reason"`.
      case literal
      /// Nobody vouches for it; `katern check` warns.
      case unbound
    }

    /// The page, from 1.
    public var page: Int
    /// What the page is called in print; empty for a page without a number.
    public var label: String
    /// What the number stands in: `paragraph`, `list`, `heading`, `table`, `chart`, `alternative-text` …
    public var block: String
    /// Why it may stand there.
    public var kind: Kind
    /// The number as it is printed.
    public var text: String
    /// The text around it, at most 40 characters on either side.
    public var context: String
    /// The query with all its defaults; nil for a number that is no figure.
    public var query: String?
    /// The exact value: percent, people or points; nil where there is none.
    public var value: Double?
    /// How many gave the answer; nil for a figure that is no share.
    public var k: Int?
    /// How many were asked and answered; nil for a figure without a base.
    public var n: Int?
    /// Whether the share is weighted; nil for a number that is no figure.
    public var weighted: Bool?
    /// The wave; nil for a number that is no figure.
    public var wave: String?
    /// `sound`, `indicative`, `insufficient` or `published`; nil for a number that is no figure.
    public var quality: String?
    /// The SHA-256 of the file that the figure was counted in or read from.
    public var source: String?
    /// Where the report asks for it, as `file:line:column`; nil for what Katern writes.
    public var place: String?
  }

  /// The version of this format.
  public var format = 1
  /// The report, by the name of its study.
  public var report: String
  /// The edition.
  public var edition: String
  /// The segment of a sheet; nil for an edition that is one document.
  public var segment: String?
  /// The SHA-256 of each input by its path in the report.
  public var inputs: [String: String]
  /// The numbers in the order of pages and of drawing; alternative texts behind their page.
  public var entries: [Entry]
}
