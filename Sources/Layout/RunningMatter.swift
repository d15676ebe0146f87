import Diagnostics
import DocumentTree
import Drawing
import HouseStyle
import PageModel

/// Sets what stands around the text of a page: grounds, running heads and folios.
struct RunningMatter {
  let setting: TextSetting
  let title: String

  /// The artifacts of a page, in drawing order.
  func items(
    of master: PageMaster, part: Part, folio: String, into log: inout DiagnosticLog
  ) -> [PageItem] {
    master.furniture.compactMap { furniture in
      let marks: [Mark]
      switch furniture.content {
      case .fill(let colour):
        marks = [
          .path(PathMark(.rectangle(furniture.rect), fill: setting.style.colour(colour)))
        ]
      case .line(let colour, let width):
        let end = Point(x: furniture.rect.right, y: furniture.rect.bottom)
        let stroke = Stroke(colour: setting.style.colour(colour), width: width)
        marks = [.path(PathMark(.line(from: furniture.rect.origin, to: end), stroke: stroke))]
      case .shape(let path, let colour):
        let moved = path.moved(x: furniture.rect.left, y: furniture.rect.top)
        marks = [.path(PathMark(moved, fill: setting.style.colour(colour)))]
      case .text(let template, let style):
        guard let text = fill(template, part: part, folio: folio) else { return nil }
        marks = self.marks(of: text, style: style, in: furniture.rect, into: &log)
      }
      if marks.isEmpty { return nil }
      return PageItem(
        .artifact(Self.artifact(furniture.kind)), marks: marks, origin: .folio,
        bounds: furniture.rect)
    }
  }

  /// The template with its fields; nil if one of them has no value on this page.
  private func fill(_ template: String, part: Part, folio: String) -> String? {
    var text = template
    let fields = [
      ("{title}", title), ("{chapter}", part.title), ("{number}", part.number ?? ""),
      ("{folio}", folio),
    ]
    for (field, value) in fields where text.contains(field) {
      if value.isEmpty { return nil }
      text = text.split(separator: field, omittingEmptySubsequences: false).joined(separator: value)
    }
    return text
  }

  private func marks(
    of text: String, style name: String, in rect: Rect, into log: inout DiagnosticLog
  ) -> [Mark] {
    let paragraph = setting.style.paragraph(name)
    let baseline = setting.baseline(in: paragraph, into: &log)
    let inline = [Inline(text, origin: .folio)]
    let lines = setting.lines(inline, in: paragraph, measure: rect.width, into: &log)
    return lines.prefix(1).flatMap { line in
      line.pieces(of: inline, element: 0, left: rect.left, baseline: rect.top + baseline)
        .flatMap(\.marks)
    }
  }

  private static func artifact(_ kind: Furniture.Kind) -> PageItem.Artifact {
    switch kind {
    case .background: .background
    case .header: .header
    case .footer: .footer
    }
  }
}
