private import DocumentTree
public import Drawing
public import PageModel

/// Pages as text for people: a line for each line of text and each drawing, to the tenth of a point.
///
/// Text: `P [134.0 97.2] Inter 400 10: Wie een ambt` is a line of a paragraph whose baseline begins 134
/// points from the left and 97.2 from the top. Drawings: `Figure [left top width×height] #12436D`. A
/// role or look that stays the same is not repeated.
public struct PageSketch {
  private let document: PagedDocument
  private let fonts: FontCatalogue
  private let showsFurniture: Bool
  private var roles: [PlaceOfRun: String] = [:]
  private var lines: [String] = []
  private var look = ""

  private struct PlaceOfRun: Hashable {
    var page: Int
    var id: Int
  }

  /// The sketch of a document.
  ///
  /// - Parameters:
  ///   - document: the pages.
  ///   - fonts: the catalogue that they are set with.
  ///   - showsFurniture: whether grounds of pages, running heads and folios are shown too.
  public static func text(
    of document: PagedDocument, fonts: FontCatalogue, showsFurniture: Bool = false
  ) -> String {
    var sketch = PageSketch(document: document, fonts: fonts, showsFurniture: showsFurniture)
    for number in document.pages.indices { sketch.addPage(number) }
    return sketch.lines.joined(separator: "\n") + "\n"
  }

  private init(document: PagedDocument, fonts: FontCatalogue, showsFurniture: Bool) {
    self.document = document
    self.fonts = fonts
    self.showsFurniture = showsFurniture
    for element in document.structure.elements {
      for case .content(let page, let id) in element.children {
        roles[PlaceOfRun(page: page, id: id)] = element.role.rawValue
      }
    }
  }

  private mutating func addPage(_ number: Int) {
    let page = document.pages[number]
    lines.append("page \(page.label)")
    look = ""
    for item in page.items where showsFurniture || !item.isFurniture {
      var role: String
      switch item.tagging {
      case .artifact(let kind): role = "(\(kind.rawValue))"
      case .content(let id): role = roles[PlaceOfRun(page: number, id: id)] ?? "?"
      }
      for line in textLines(of: item) {
        lines.append("  \(role)\(line)")
        role = String(repeating: " ", count: role.count)
      }
      if let drawing = Self.drawing(of: item) { lines.append("  \(role) \(drawing)") }
    }
    for link in page.links {
      let target =
        switch link.target {
        case .anchor(let anchor): "#" + anchor
        case .address(let address): address
        }
      lines.append("  link \(Self.text(link.rect)) \(target)")
    }
  }

  /// The lines of text of an item, each with its place; the look where it changes.
  private mutating func textLines(of item: PageItem) -> [String] {
    var result: [(baseline: Length, text: String)] = []
    for case .glyphs(let mark) in item.marks {
      let face = fonts[mark.run.font]
      let style = face.isItalic ? " italic" : ""
      let own =
        "\(face.family) \(face.weight)\(style) \(Self.text(mark.run.size)) \(mark.colour.hexadecimal)"
      let text = mark.run.text.replacing("\u{A0}", with: "~").replacing("\u{AD}", with: "¬")
      if let last = result.last, last.baseline == mark.origin.y, own == look {
        result[result.count - 1].text += text
        continue
      }
      let shown = own == look ? "" : own
      look = own
      result.append(
        (
          mark.origin.y,
          " [\(Self.text(mark.origin.x)) \(Self.text(mark.origin.y))] \(shown): \(text)"
        ))
    }
    return result.map(\.text)
  }

  /// The area of an item's paths and pictures with their colours; nil for an item without any.
  private static func drawing(of item: PageItem) -> String? {
    var colours: [String] = []
    var count = 0
    func add(_ name: String) { if !colours.contains(name) { colours.append(name) } }
    for mark in item.marks {
      switch mark {
      case .glyphs: continue
      case .picture(let picture): add("picture in \(text(picture.frame))")
      case .path(let path):
        if let fill = path.fill { add(fill.hexadecimal) }
        if let stroke = path.stroke {
          add("line \(stroke.colour.hexadecimal) \(text(stroke.width))")
        }
      }
      count += 1
    }
    guard count > 0 else { return nil }
    let number = count > 1 ? " ×\(count)" : ""
    return "\(text(item.bounds))\(number) \(colours.joined(separator: ", "))"
  }

  private static func text(_ rect: Rect) -> String {
    "[\(text(rect.left)) \(text(rect.top)) \(text(rect.width))×\(text(rect.height))]"
  }

  private static func text(_ length: Length) -> String {
    let tenths = Int((length.points * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}

extension PageItem {
  /// Whether the item is one of what stands around the text of a page.
  public var isFurniture: Bool {
    switch tagging {
    case .content, .artifact(.layout): false
    case .artifact(.header), .artifact(.footer), .artifact(.background): true
    }
  }
}
