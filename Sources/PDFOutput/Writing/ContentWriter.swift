import Drawing
import PageModel

/// Writes the content stream of a page: its items in order, each bracketed as content or artifact.
///
/// It decides nothing: the page model says what stands where. State that is set already is not set
/// again.
struct ContentWriter {
  private var syntax = PDFSyntax()
  private let fonts: [FontID: EmbeddedFont]
  private let pictures: [Picture: String]
  /// The left edge of the page on its sheet, and how far down the sheet's origin lies.
  private let left: Length
  private let bottom: Length

  private var font: FontID?
  private var fontSize: Length?
  private var fill: Colour?
  private var strokeColour: Colour?
  private var strokeWidth: Length?
  private var dashes: [Length] = []

  /// - Parameters:
  ///   - page: the page that is written.
  ///   - margin: how far the sheet reaches beyond the page, on each side.
  ///   - fonts: the fonts of the document; their resource names are `F` and their number.
  ///   - pictures: the resource name of each picture.
  init(
    page: Page, margin: Length, fonts: [FontID: EmbeddedFont], pictures: [Picture: String]
  ) {
    self.fonts = fonts
    self.pictures = pictures
    left = margin
    bottom = page.size.height + margin
    for item in page.items where !item.marks.isEmpty { write(item) }
  }

  /// The bytes of the stream.
  var bytes: [UInt8] { syntax.bytes }

  private mutating func write(_ item: PageItem) {
    switch item.tagging {
    case .content(let id):
      syntax.add("/Span <</MCID ")
      syntax.integer(id)
      syntax.add(">> BDC\n")
    case .artifact(.layout): syntax.add("/Artifact <</Type /Layout>> BDC\n")
    case .artifact(.header):
      syntax.add("/Artifact <</Type /Pagination /Subtype /Header>> BDC\n")
    case .artifact(.footer):
      syntax.add("/Artifact <</Type /Pagination /Subtype /Footer>> BDC\n")
    case .artifact(.background): syntax.add("/Artifact <</Type /Background>> BDC\n")
    }
    for mark in item.marks {
      switch mark {
      case .glyphs(let glyphs): write(glyphs)
      case .path(let path): write(path)
      case .picture(let picture): write(picture)
      }
    }
    syntax.add("EMC\n")
  }

  private mutating func place(_ point: Point) {
    syntax.length(left + point.x)
    syntax.add(" ")
    syntax.length(bottom - point.y)
    syntax.add(" ")
  }

  private mutating func setFill(_ colour: Colour) {
    if fill == colour { return }
    fill = colour
    write(colour)
    syntax.add("rg\n")
  }

  private mutating func write(_ colour: Colour) {
    write(part: colour.red)
    write(part: colour.green)
    write(part: colour.blue)
  }

  private mutating func write(part: Double) {
    syntax.decimal(part, places: 4)
    syntax.add(" ")
  }

  private mutating func write(_ mark: PictureMark) {
    guard let name = pictures[mark.picture] else { return }
    syntax.add("q ")
    syntax.length(mark.frame.width)
    syntax.add(" 0 0 ")
    syntax.length(mark.frame.height)
    syntax.add(" ")
    place(Point(x: mark.frame.left, y: mark.frame.bottom))
    syntax.add(text: "cm /\(name) Do Q\n")
  }
}

// MARK: - Text

extension ContentWriter {
  private mutating func write(_ mark: GlyphMark) {
    let run = mark.run
    guard !run.glyphs.isEmpty, let embedded = fonts[run.font] else { return }
    setFill(mark.colour)
    syntax.add("BT ")
    if font != run.font || fontSize != run.size {
      (font, fontSize) = (run.font, run.size)
      syntax.add("/F")
      syntax.integer(run.font.index)
      syntax.add(" ")
      syntax.length(run.size)
      syntax.add(" Tf ")
    }
    var pen = TextPen(run, at: mark.origin, font: embedded)
    pen.write(into: &syntax, left: left, bottom: bottom)
    syntax.add("ET\n")
  }
}

// MARK: - Paths

extension ContentWriter {
  private mutating func write(_ mark: PathMark) {
    if let fill = mark.fill { setFill(fill) }
    if let stroke = mark.stroke { set(stroke) }
    write(mark.path)
    switch (mark.fill, mark.stroke) {
    case (_?, _?): syntax.add("B\n")
    case (_?, nil): syntax.add("f\n")
    case (nil, _?): syntax.add("S\n")
    case (nil, nil): syntax.add("n\n")
    }
  }

  private mutating func set(_ stroke: Stroke) {
    if strokeColour != stroke.colour {
      strokeColour = stroke.colour
      write(stroke.colour)
      syntax.add("RG ")
    }
    if strokeWidth != stroke.width {
      strokeWidth = stroke.width
      syntax.length(stroke.width)
      syntax.add(" w ")
    }
    if dashes != stroke.dashes {
      dashes = stroke.dashes
      syntax.rectangle(stroke.dashes)
      syntax.add(" 0 d ")
    }
  }

  private mutating func write(_ path: Path) {
    for element in path.elements {
      switch element {
      case .move(let point):
        place(point)
        syntax.add("m ")
      case .line(let point):
        place(point)
        syntax.add("l ")
      case .curve(let control1, let control2, let end):
        place(control1)
        place(control2)
        place(end)
        syntax.add("c ")
      case .close: syntax.add("h ")
      }
    }
  }
}
