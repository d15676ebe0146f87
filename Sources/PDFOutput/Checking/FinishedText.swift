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
  /// - Throws: `DrawingError.qpdf` if the bytes are no PDF.
  public init(reading bytes: [UInt8]) throws(DrawingError) {
    let file = try QPDFFile(bytes)
    var maps: [Int: FontCodes] = [:]
    var pages: [Page] = []
    for number in 0..<file.pageCount {
      let page = file.page(number)
      let fonts = try Self.fonts(of: page, in: file, known: &maps)
      pages.append(TextReader(bytes: try file.content(of: page), fonts: fonts).read())
    }
    self.pages = pages
    (alternativeTexts, actualTexts) = Self.texts(of: file)
    title =
      file.get("Info", of: file.trailer).flatMap { file.get("Title", of: $0) }.map(file.string)
      ?? ""
    try file.checkFaults()
  }

  /// The code maps of a page's fonts by their resource names; a font of several pages is read once.
  private static func fonts(
    of page: QPDFFile.Object, in file: QPDFFile, known: inout [Int: FontCodes]
  ) throws(DrawingError) -> [String: FontCodes] {
    var fonts: [String: FontCodes] = [:]
    guard let resources = file.get("Resources", of: page),
      let dictionary = file.get("Font", of: resources)
    else { return fonts }
    for name in file.keys(of: dictionary) {
      guard let font = file.get(name, of: dictionary) else { continue }
      let number = file.number(of: font)
      if let codes = known[number] {
        fonts[name] = codes
        continue
      }
      let map = try file.get("ToUnicode", of: font).map { stream throws(DrawingError) in
        try file.data(of: stream)
      }
      let codes = FontCodes(
        map: map ?? [], isWide: file.isName(file.get("Subtype", of: font), "Type0"))
      known[number] = codes
      fonts[name] = codes
    }
    return fonts
  }

  /// The texts that the elements of the structure tree have instead of what is drawn.
  private static func texts(
    of file: QPDFFile
  ) -> (alternative: [String], actual: [String]) {
    var alternative: [String] = []
    var actual: [String] = []
    func visit(_ element: QPDFFile.Object, depth: Int) {
      guard depth < StructureReader.depthBound, file.isDictionary(element) else { return }
      if let text = file.get("Alt", of: element) { alternative.append(file.string(text)) }
      if let text = file.get("ActualText", of: element) { actual.append(file.string(text)) }
      guard let kids = file.get("K", of: element) else { return }
      for kid in file.isArray(kids) ? file.items(of: kids) : [kids] { visit(kid, depth: depth + 1) }
    }
    if let tree = file.get("StructTreeRoot", of: file.root) { visit(tree, depth: 0) }
    return (alternative, actual)
  }
}
