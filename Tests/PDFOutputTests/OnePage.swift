import DocumentTree
import Drawing
import PageModel
import PangoTypesetting
import TestSupport
import Typesetting

/// A page with a heading, a paragraph, a figure, a link and a table of two cells.
struct OnePage {
  /// The document; tests plant faults in it.
  var document: PagedDocument
  /// The fonts that it is set in.
  let fonts: FontCatalogue
  private let typesetter: PangoTypesetter
  private var items: [PageItem] = []

  init() throws {
    fonts = try houseFonts()
    typesetter = try PangoTypesetter(fonts: fonts)
    document = PagedDocument(
      metadata: Document.Metadata(
        title: "Ééne & <titel>", subject: "", author: "Wij", language: "nl-NL", date: "2024-11-19"))
    let section = document.structure.add(StructureElement(role: .section), to: StructureTree.root)
    try add("Efficiënt affiche", role: .heading1, to: section, y: 60)
    try add("n\u{00A0}=\u{00A0}113, ten minste 60%", role: .paragraph, to: section, y: 90)
    let figure = add(.figure, to: section) { $0.alternativeText = "Een blok." }
    let square = Rect(x: 40, y: 110, width: 50, height: 50)
    document.structure.elements[figure].bounds = square
    addContent(
      to: figure, marks: [.path(PathMark(.rectangle(square), fill: .black))], bounds: square)
    let paragraph = add(.paragraph, to: section) { _ in }
    let link = add(.link, to: paragraph) { _ in }
    try addText("verder", to: link, y: 190)
    document.structure.elements[link].children.append(.link(page: 0, index: 0))
    let table = add(.table, to: section) { _ in }
    let row = add(.tableRow, to: table) { _ in }
    let header = add(.tableHeader, to: row) {
      $0.scope = .row
      $0.id = "h1"
    }
    try addText("kop", to: header, y: 220)
    let cell = add(.tableCell, to: row) { $0.headers = ["h1"] }
    try addText("cel", to: cell, y: 220)
    items.append(
      PageItem(
        .artifact(.layout),
        marks: [
          .path(
            PathMark(
              .line(from: Point(x: 40, y: 230), to: Point(x: 200, y: 230)),
              stroke: Stroke(colour: .black, width: 1)))
        ], bounds: Rect(x: 40, y: 230, width: 160, height: 1)))
    document.pages = [
      Page(
        size: Size(width: 300, height: 400), number: .decimal(1), items: items,
        links: [
          LinkArea(
            rect: Rect(x: 40, y: 180, width: 40, height: 14), target: .anchor("top"),
            description: "verder")
        ])
    ]
    document.destinations = ["top": Destination(page: 0, point: Point(x: 40, y: 50))]
    document.outline = [OutlineEntry(title: "Efficiënt affiche", level: 1, anchor: "top")]
  }

  private mutating func add(
    _ role: StructureElement.Role, to parent: Int, _ change: (inout StructureElement) -> Void
  ) -> Int {
    var element = StructureElement(role: role)
    change(&element)
    return document.structure.add(element, to: parent)
  }

  private mutating func add(
    _ text: String, role: StructureElement.Role, to parent: Int, y: Length
  ) throws {
    try addText(text, to: add(role, to: parent) { _ in }, y: y)
  }

  private mutating func addText(_ text: String, to element: Int, y: Length) throws {
    let style = TextStyle(families: ["Vollkorn"], size: 12)
    let line = try typesetter.line(of: StyledText([.init(text, style: style)], language: "nl"))
    let marks = line.runs.map { run in
      Mark.glyphs(GlyphMark(run.run, at: Point(x: 40 + run.x, y: y), colour: run.colour))
    }
    addContent(
      to: element, marks: marks, bounds: Rect(x: 40, y: y - 10, width: line.width, height: 14))
  }

  private mutating func addContent(to element: Int, marks: [Mark], bounds: Rect) {
    let id = items.count
    items.append(PageItem(.content(id), marks: marks, bounds: bounds))
    document.structure.elements[element].children.append(.content(page: 0, id: id))
  }

  /// The index of the first element with a role.
  func element(_ role: StructureElement.Role) -> Int {
    document.structure.elements.firstIndex { $0.role == role } ?? 0
  }
}
