public import Diagnostics

/// How a piece of text differs from the text around it.
public struct Emphasis: OptionSet, Sendable, Hashable {
  /// The bits.
  public let rawValue: Int
  /// Creates a set from its bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// Stressed, usually italic.
  public static let emphasis = Emphasis(rawValue: 1)
  /// Important, usually bold.
  public static let strong = Emphasis(rawValue: 2)
  /// Raised and smaller.
  public static let superscript = Emphasis(rawValue: 4)
}

/// Where a link leads.
public enum LinkTarget: Sendable, Hashable {
  /// A place in this document: the anchor of a block.
  case anchor(String)
  /// A web or mail address.
  case address(String)
}

/// Text that is known only when the pages are: layout writes it.
public enum LateText: Sendable, Hashable {
  /// The number of the page that has the block with this anchor.
  case page(of: String)
  /// The mark of a footnote, by its index in `Document.notes`.
  case noteMark(Int)
}

/// A piece of text with one look and one origin.
public struct Inline: Sendable, Hashable {
  /// The text; "\n" is a forced line break. Empty if it is known only when the pages are.
  public var text: String
  /// What stands here once the pages are known; nil for text that is known already.
  public var late: LateText?
  /// How it differs from its surroundings.
  public var emphasis: Emphasis
  /// Where it comes from.
  public var origin: Origin
  /// Where it leads if it is a link.
  public var link: LinkTarget?
  /// The language if it differs from the document's, as BCP 47.
  public var language: String?
  /// Where the source says it; nil for text that Katern writes.
  public var range: SourceRange?

  /// Creates a piece of text.
  public init(
    _ text: String, _ emphasis: Emphasis = [], origin: Origin = .prose, link: LinkTarget? = nil,
    language: String? = nil, late: LateText? = nil, range: SourceRange? = nil
  ) {
    self.text = text
    self.late = late
    self.emphasis = emphasis
    self.origin = origin
    self.link = link
    self.language = language
    self.range = range
  }
}

extension [Inline] {
  /// The text of all pieces in order.
  public var plainText: String { map(\.text).joined() }
}
