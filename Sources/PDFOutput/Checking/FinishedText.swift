/// The text of a finished file, read back from its content streams by marked-content id.
///
/// No text extractor is asked: those join, drop and reorder. Each run's codes go through the ToUnicode
/// map of its font, as a screen reader has it.
public struct FinishedText: Sendable {
  /// The text of one page.
  public struct Page: Sendable {
    /// The text of each content run, by marked-content id.
    public var runs: [Int: String]
    /// The text of all artifacts in drawing order: running heads, folios.
    public var artifacts: String
  }

  /// The pages in order.
  public let pages: [Page]
  /// The alternative texts in the order of the structure tree.
  public let alternativeTexts: [String]
  /// The words for what is not drawn as text, in the same order.
  public let actualTexts: [String]
  /// The title in the document information.
  public let title: String

  /// Reads a finished file.
  ///
  /// - Throws: `DrawingError.pdf` if the bytes are no file that Katern wrote.
  public init(reading bytes: [UInt8]) throws(DrawingError) {
    let file = try FinishedFile(bytes)
    let root = try file.resolve(file.trailer["Root"])
    var fonts = FontReader(file: file)
    var pages: [Page] = []
    for reference in try file.resolve(root["Pages"])["Kids"].items {
      let page = try file.resolve(reference)
      let content = try file.data(of: page["Contents"])
      pages.append(TextReader(bytes: content, fonts: try fonts.fonts(of: page)).read())
    }
    self.pages = pages
    var tree = ElementTexts(file: file)
    try tree.visit(root["StructTreeRoot"], depth: 0)
    alternativeTexts = tree.alternative
    actualTexts = tree.actual
    title = try file.resolve(file.trailer["Info"])["Title"].text
  }
}

/// The texts that the elements of the structure tree have instead of what is drawn.
private struct ElementTexts {
  let file: FinishedFile
  private(set) var alternative: [String] = []
  private(set) var actual: [String] = []

  static let depthBound = 200

  init(file: FinishedFile) { self.file = file }

  /// Collects the texts of an element and those below it.
  mutating func visit(_ reference: PDFValue, depth: Int) throws(DrawingError) {
    guard depth < Self.depthBound, case .reference(let number) = reference else { return }
    var element = try file.object(number)
    guard element.enterDictionary() else { return }
    var children: [PDFValue] = []
    while let key = element.nextKey() {
      switch key.count {
      case 1 where key.elementsEqual("K".utf8): children = element.value().items
      case 3 where key.elementsEqual("Alt".utf8): alternative += Self.texts(element.value())
      case 10 where key.elementsEqual("ActualText".utf8): actual += Self.texts(element.value())
      default: element.skipValue()
      }
    }
    for child in children { try visit(child, depth: depth + 1) }
  }

  /// The text of a string; none for any other value.
  private static func texts(_ value: PDFValue) -> [String] {
    if case .string = value { [value.text] } else { [] }
  }
}

/// Reads the code maps of fonts; those that pages share are read once.
private struct FontReader {
  let file: FinishedFile
  private var known: [Int: [String: FontCodes]] = [:]

  init(file: FinishedFile) { self.file = file }

  /// The code maps of a page's fonts by their resource names.
  mutating func fonts(of page: PDFValue) throws(DrawingError) -> [String: FontCodes] {
    guard case .reference(let number) = page["Resources"] else { return [:] }
    if let fonts = known[number] { return fonts }
    var fonts: [String: FontCodes] = [:]
    if case .dictionary(let entries) = try file.resolve(page["Resources"])["Font"] {
      for (name, reference) in entries {
        let font = try file.resolve(reference)
        fonts[name] = FontCodes(map: try file.data(of: font["ToUnicode"]))
      }
    }
    known[number] = fonts
    return fonts
  }
}
