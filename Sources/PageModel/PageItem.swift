public import Diagnostics
public import DocumentTree
public import Drawing

/// Marks on a page that belong together: one run of marked content, or one artifact.
public struct PageItem: Sendable, Hashable {
  /// How the item takes part in the logical tree.
  public enum Tagging: Sendable, Hashable {
    /// Content; the number is its marked-content id, from 0 on each page, in drawing order.
    case content(Int)
    /// Not content: it is not read out.
    case artifact(Artifact)
  }

  /// Why something is not content.
  public enum Artifact: String, Sendable, Hashable, CaseIterable {
    /// Rules, table lines, grounds of blocks.
    case layout
    /// Running heads.
    case header
    /// Folios and what stands beside them.
    case footer
    /// Grounds of pages.
    case background
  }

  /// Content or artifact.
  public var tagging: Tagging
  /// What is drawn, in order.
  public var marks: [Mark]
  /// Where the text comes from.
  public var origin: Origin
  /// The area it takes; for text from ascender to descender.
  public var bounds: Rect
  /// Where the source says it.
  public var range: SourceRange?

  /// Creates an item.
  public init(
    _ tagging: Tagging, marks: [Mark], origin: Origin = .prose, bounds: Rect,
    range: SourceRange? = nil
  ) {
    self.tagging = tagging
    self.marks = marks
    self.origin = origin
    self.bounds = bounds
    self.range = range
  }

  /// The text of the item's glyph runs in order.
  public var text: String {
    var text = ""
    for case .glyphs(let glyphs) in marks { text += glyphs.run.text }
    return text
  }
}

/// An active area on a page.
public struct LinkArea: Sendable, Hashable {
  /// The area.
  public var rect: Rect
  /// Where it leads.
  public var target: LinkTarget
  /// What the link is, in words, for those who cannot see it.
  public var description: String

  /// Creates a link area.
  public init(rect: Rect, target: LinkTarget, description: String) {
    self.rect = rect
    self.target = target
    self.description = description
  }
}
