import DocumentTree

/// A heading as lists of contents know it.
struct DocumentHeading {
  var title: String
  var number: String?
  var level: Int
  var anchor: String

  /// The headings of a document that have an anchor, covers left out.
  static func all(of document: Document) -> [DocumentHeading] {
    document.parts.filter { $0.role != .cover && $0.role != .contents }.flatMap { part in
      all(of: part.blocks, number: part.number)
    }
  }

  private static func all(of blocks: [Block], number: String?) -> [DocumentHeading] {
    blocks.flatMap { block -> [DocumentHeading] in
      switch block.content {
      case .heading(let level, let text):
        guard let anchor = block.anchor else { return [] }
        return [
          DocumentHeading(
            title: text.plainText, number: level == 1 ? number : nil, level: level, anchor: anchor)
        ]
      case .group(_, let blocks): return all(of: blocks, number: number)
      default: return []
      }
    }
  }
}
