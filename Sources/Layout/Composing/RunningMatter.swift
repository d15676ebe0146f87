import Diagnostics
import DocumentTree
import Drawing
import HouseStyle
import PageModel

/// Sets what stands around the text of a page: grounds, running heads and folios.
struct RunningMatter {
  let setting: TextSetting
  /// The title of the document.
  let title: String
  /// The list of contents: its anchor, and what a link to it says; nil if there is none.
  let contents: (anchor: String, label: String)?

  /// What the running heads of a page tell.
  struct Heads {
    var part: Part
    var section: String
    var folio: String
  }

  init(setting: TextSetting, document: Document) {
    self.setting = setting
    title = document.metadata.title
    let anchor = document.parts.first { $0.role == .contents }?.blocks.lazy
      .compactMap(\.anchor).first
    contents = anchor.map { ($0, document.contentsLabel) }
  }

  /// The artifacts of a page, in drawing order.
  func items(
    of master: PageMaster, heads: Heads, into log: inout DiagnosticLog
  ) -> [PageItem] {
    let print = setting.style.print.map {
      PrintMarks(sheet: $0, page: setting.style.pageSize)
    }
    let ground = { (path: Path) in print?.bleeding(path) ?? path }
    let items = master.furniture.compactMap { furniture -> PageItem? in
      let marks: [Mark]
      switch furniture.content {
      case .fill(let colour):
        marks = [
          .path(PathMark(ground(.rectangle(furniture.rect)), fill: setting.style.colour(colour)))
        ]
      case .line(let colour, let width):
        let end = Point(x: furniture.rect.right, y: furniture.rect.bottom)
        let stroke = Stroke(colour: setting.style.colour(colour), width: width)
        marks = [.path(PathMark(.line(from: furniture.rect.origin, to: end), stroke: stroke))]
      case .shape(let path, let colour):
        let moved = path.moved(x: furniture.rect.left, y: furniture.rect.top)
        marks = [.path(PathMark(ground(moved), fill: setting.style.colour(colour)))]
      case .text(let template, let style):
        guard let text = fill(template, heads: heads) else { return nil }
        marks = self.marks(of: text, style: style, in: furniture.rect, into: &log)
      case .contentsLink: return nil
      }
      if marks.isEmpty { return nil }
      return PageItem(
        .artifact(Self.artifact(furniture.kind)), marks: marks, origin: .folio,
        bounds: furniture.rect)
    }
    return items + (print?.cropMarks() ?? [])
  }

  /// The marks of the link to the list of contents, and the area they take; nil for none.
  func contentsLink(
    of master: PageMaster, into log: inout DiagnosticLog
  ) -> (marks: [Mark], bounds: Rect)? {
    guard let contents, !contents.label.isEmpty else { return nil }
    for furniture in master.furniture {
      guard case .contentsLink(let style) = furniture.content else { continue }
      let line = pieces(of: contents.label, style: style, in: furniture.rect, into: &log)
      guard let first = line.first else { return nil }
      return (line.flatMap(\.marks), line.reduce(first.bounds) { $0.union($1.bounds) })
    }
    return nil
  }

  /// The template with its fields; nil if one of them has no value on this page.
  private func fill(_ template: String, heads: Heads) -> String? {
    var text = ""
    var rest = template[...]
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
      text += rest[..<open]
      rest = rest[open...]
      if let close = rest.utf8.firstIndex(of: UInt8(ascii: "}")),
        let value = value(of: rest[rest.utf8.index(after: open)..<close], heads: heads)
      {
        if value.isEmpty { return nil }
        text += value
        rest = rest[rest.utf8.index(after: close)...]
      } else {
        text += "{"
        rest = rest.dropFirst()
      }
    }
    return text + rest
  }

  /// What a field stands for; nil for what is no field.
  private func value(of field: Substring, heads: Heads) -> String? {
    switch field {
    case "title": title
    case "chapter": heads.part.title
    case "number": heads.part.number ?? ""
    case "section": heads.section
    case "folio": heads.folio
    default: nil
    }
  }

  private func marks(
    of text: String, style name: String, in rect: Rect, into log: inout DiagnosticLog
  ) -> [Mark] {
    pieces(of: text, style: name, in: rect, into: &log).flatMap(\.marks)
  }

  private func pieces(
    of text: String, style name: String, in rect: Rect, into log: inout DiagnosticLog
  ) -> [StripPiece] {
    let paragraph = setting.style.paragraph(name)
    let baseline = setting.baseline(in: paragraph, into: &log)
    let inline = [Inline(text, origin: .folio)]
    let lines = setting.lines(inline, in: paragraph, measure: rect.width, into: &log)
    guard let line = lines.first else { return [] }
    return line.pieces(
      of: inline, in: paragraph.text, element: 0, left: rect.left, baseline: rect.top + baseline)
  }

  private static func artifact(_ kind: Furniture.Kind) -> PageItem.Artifact {
    switch kind {
    case .background: .background
    case .header: .header
    case .footer: .footer
    }
  }
}
