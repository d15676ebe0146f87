import Diagnostics
import DocumentTree

/// A heading as lists of contents know it.
struct DocumentHeading {
  var title: String
  /// The title as it stands in running heads.
  var shortTitle: String
  var number: String?
  var level: Int
  var anchor: String
  var range: SourceRange?

  /// The headings of a document that have an anchor, covers left out.
  static func all(of document: Document) -> [DocumentHeading] {
    document.parts.filter { $0.role != .cover && $0.role != .contents }.flatMap { part in
      all(of: part.blocks, in: part)
    }
  }

  private static func all(of blocks: [Block], in part: Part) -> [DocumentHeading] {
    blocks.flatMap { block -> [DocumentHeading] in
      switch block.content {
      case .heading(let level, let text):
        guard let anchor = block.anchor else { return [] }
        return [
          DocumentHeading(
            title: text.plainText,
            shortTitle: level == 1 && !part.title.isEmpty ? part.title : text.plainText,
            number: level == 1 ? part.number : nil, level: level, anchor: anchor,
            range: block.range)
        ]
      case .group(_, let blocks): return all(of: blocks, in: part)
      default: return []
      }
    }
  }
}

extension String {
  /// The text for places that break no lines: bookmarks, descriptions of links.
  var withoutSoftHyphens: String {
    let softHyphen = UInt8(0xAD)
    guard utf8.contains(softHyphen) else { return self }
    return filter { $0 != "\u{AD}" }
  }
}
