import DocumentTree
import Drawing
import HouseStyle

extension StyleSheet {
  /// A small page of fixed metrics: text of 10 pt on 12 pt, so 0.5 em is 5 pt a character.
  ///
  /// The frame is 200 pt wide (40 characters) and `lines` lines high.
  static func plain(lines: Int = 10, masters: [PageMaster]? = nil) -> StyleSheet {
    func text(_ size: Length) -> TextStyle { TextStyle(families: ["Fixed"], size: size) }
    var paragraphs: [String: ParagraphStyle] = [:]
    for name in ParagraphStyle.requiredNames {
      paragraphs[name] = ParagraphStyle(text: text(10), leading: 12)
    }
    paragraphs["heading-1"]?.keepsWithNext = true
    paragraphs["heading-2"]?.keepsWithNext = true
    paragraphs["heading-2"]?.spaceBefore = 12
    for (level, name) in ["list", "list-2", "list-3"].enumerated() {
      paragraphs[name]?.indentLeft = 14 * Length(Double(level + 1))
    }
    paragraphs["footnote"]?.indentLeft = 14
    paragraphs["chart-title"]?.keepsWithNext = true
    var colours: [String: Colour] = [:]
    for name in requiredColours { colours[name] = .black }
    let body = PageMaster(
      name: "body",
      frames: [
        Frame(
          name: "main", rect: Rect(x: 20, y: 20, width: 200, height: 12 * Length(Double(lines))))
      ])
    let all = masters ?? [body]
    return StyleSheet(
      name: "plain", pageSize: Size(width: 240, height: 400), baseline: 12,
      masters: Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) }),
      partMasters: ["body": all[0].name, "contents": all[0].name], paragraphs: paragraphs,
      colours: colours, chart: ChartStyle(), table: TableStyle())
  }
}

extension Document {
  /// A document of one body part.
  static func of(_ blocks: [Block]) -> Document {
    Document(
      metadata: Metadata(title: "T", subject: "", author: "", language: "en-GB", date: nil),
      parts: [Part(role: .body, title: "Chapter", blocks: blocks)])
  }
}

extension Block {
  /// A paragraph of plain words.
  static func words(_ text: String) -> Block { Block(.paragraph([Inline(text)])) }

  /// A paragraph of `lines` full lines at 40 characters.
  static func lines(_ lines: Int, _ letter: Character = "x") -> Block {
    let line = String(repeating: letter, count: 39)
    return .words((0..<lines).map { _ in line }.joined(separator: " "))
  }

  /// A heading.
  static func heading(_ level: Int, _ text: String, anchor: String? = nil) -> Block {
    Block(.heading(level: level, [Inline(text)]), anchor: anchor)
  }
}
