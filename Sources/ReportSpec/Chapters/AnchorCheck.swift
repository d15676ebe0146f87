import Diagnostics

/// Holds the names of headings against each other and the links against the names.
struct AnchorCheck {
  private var anchors: [String: SourceRange] = [:]
  private var links: [(name: String, range: SourceRange)] = []
  private var log = DiagnosticLog()

  /// Checks the chapters of one document.
  static func run(_ chapters: [Chapter], into log: inout DiagnosticLog) {
    var check = AnchorCheck()
    for chapter in chapters {
      check.collect(chapter.title)
      check.collect(chapter.lead)
      check.collect(chapter.blocks)
      for footnote in chapter.footnotes { check.collect(footnote.blocks) }
    }
    let known = check.anchors.keys.sorted()
    for link in check.links where check.anchors[link.name] == nil {
      check.log.report(.unknownAnchor(link.name, known: known, at: link.range))
    }
    log.append(check.log)
  }

  private mutating func collect(_ blocks: [SpecBlock]) {
    for block in blocks {
      switch block.content {
      case .heading(_, let inlines, let attributes):
        collect(inlines)
        guard let anchor = attributes.anchor else { continue }
        if let first = anchors[anchor.text] {
          log.report(.duplicateAnchor(anchor.text, first: first, at: anchor.range))
        } else {
          anchors[anchor.text] = anchor.range
        }
      case .paragraph(let inlines): collect(inlines)
      case .list(let list): for item in list.items { collect(item.blocks) }
      case .table(let table): for cell in table.header + table.rows.joined() { collect(cell) }
      case .quote(let blocks), .container(_, let blocks): collect(blocks)
      case .chart, .keyFigures, .response, .methodology, .resultTable, .straightCounts, .image,
        .quotes, .topList, .keywords, .themes, .address, .signOff, .colophon:
        break
      }
    }
  }

  private mutating func collect(_ inlines: [SpecInline]) {
    for inline in inlines {
      switch inline.content {
      case .link(let children, let address):
        if address.hasPrefix("#") { links.append((String(address.dropFirst()), inline.range)) }
        collect(children)
      case .pageReference(let children, let anchor):
        links.append((anchor.text, anchor.range))
        collect(children)
      case .emphasis(let children), .strong(let children), .bound(let children, _):
        collect(children)
      case .text, .code, .lineBreak, .footnoteMark, .fill: break
      }
    }
  }
}
