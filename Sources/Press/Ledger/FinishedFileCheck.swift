import DocumentTree
import PDFOutput
import PageModel

/// Why a finished file is not let out: it prints something else than its document has.
///
/// This is never the report's fault. The file is not written.
struct FinishedFileFault: Error, CustomStringConvertible {
  let faults: [String]

  var description: String {
    let shown = faults.prefix(5).joined(separator: "; ")
    return "the finished file was read again and is not what was to be printed: \(shown)"
      + (faults.count > 5 ? "; and \(faults.count - 5) more" : "")
  }
}

/// Reads a finished file again and holds every number in it against the document and its ledger.
///
/// Each content run must have the figures of the item that it was drawn from, each figure of the
/// ledger must stand on the page as it was recorded, and the numbers of an alternative text must stand
/// in the chart that it describes. The cost is linear in the length of the content streams.
struct FinishedFileCheck {
  private let document: PagedDocument

  init(_ document: PagedDocument) { self.document = document }

  /// - Throws: `FinishedFileFault` if a number differs, `DrawingError` if the bytes are no PDF.
  func check(_ bytes: [UInt8]) throws {
    let finished = try FinishedText(reading: bytes)
    var faults = pages(finished)
    faults += figures()
    faults += alternativeTexts(finished)
    if finished.title != document.metadata.title {
      faults.append("the title is '\(finished.title)'")
    }
    if !faults.isEmpty { throw FinishedFileFault(faults: faults) }
  }
}

// MARK: - Pages

extension FinishedFileCheck {
  private func pages(_ finished: FinishedText) -> [String] {
    guard finished.pages.count == document.pages.count else {
      return ["it has \(finished.pages.count) pages"]
    }
    var faults: [String] = []
    for (number, page) in document.pages.enumerated() {
      let read = finished.pages[number]
      var artifacts = ""
      var ids: Set<Int> = []
      for item in page.items where !item.marks.isEmpty {
        guard case .content(let id) = item.tagging else {
          artifacts += item.text
          continue
        }
        ids.insert(id)
        let found = read.runs[id] ?? ""
        let expected = item.text
        if found != expected, Self.figures(in: found) != Self.figures(in: expected) {
          faults.append("page \(number + 1): run \(id) has '\(found)' for '\(expected)'")
        }
      }
      if Self.figures(in: read.artifacts) != Self.figures(in: artifacts) {
        faults.append("page \(number + 1): running heads have '\(read.artifacts)'")
      }
      for id in read.runs.keys.sorted() where !ids.contains(id) {
        let text = read.runs[id] ?? ""
        if !Self.figures(in: text).isEmpty {
          faults.append("page \(number + 1): nobody knows of '\(text)'")
        }
      }
    }
    return faults
  }

  /// The digits of a text with the marks that change their meaning.
  static func figures(in text: String) -> [UInt8] {
    text.utf8.filter { (0x30...0x39).contains($0) || "%<>,.".utf8.contains($0) }
  }
}

// MARK: - The ledger

extension FinishedFileCheck {
  /// Each figure that is on a page stands there as it was recorded, once or, in repeated heads, more.
  private func figures() -> [String] {
    var printed: [Int: String] = [:]
    var places: [Int: Int] = [:]
    for (number, page) in document.pages.enumerated() {
      for item in page.items {
        guard let index = item.origin.figureIndex else { continue }
        printed[index, default: ""] += item.text
        places[index] = places[index] ?? number
      }
    }
    return printed.keys.sorted().compactMap { index in
      let text = printed[index] ?? ""
      let page = (places[index] ?? 0) + 1
      guard document.figures.indices.contains(index) else {
        return "page \(page): no figure of the ledger is '\(text)'"
      }
      let figure = document.figures[index]
      if text == figure.printed { return nil }
      let found = Self.letters(text)
      let expected = Self.letters(figure.printed)
      if expected.isEmpty ? found.isEmpty : Self.repeats(expected, in: found) { return nil }
      return "page \(page): '\(text)' stands for '\(figure.printed)' (\(figure.query))"
    }
  }

  /// Letters, digits and signs of percent and comparison; hyphenation and blanks do not count.
  private static func letters(_ text: String) -> [Character] {
    text.filter { $0.isLetter || $0.isNumber || "%<>".contains($0) }.map(\.self)
  }

  /// Whether a text is another one, once or several times.
  private static func repeats(_ part: [Character], in text: [Character]) -> Bool {
    guard !text.isEmpty, text.count % part.count == 0 else { return false }
    return text.indices.allSatisfy { text[$0] == part[$0 % part.count] }
  }
}

// MARK: - Alternative texts

extension FinishedFileCheck {
  /// The texts that are read instead of what is seen are those of the document, and each of their
  /// percentages is a figure: in an alternative text the one that it repeats.
  private func alternativeTexts(_ finished: FinishedText) -> [String] {
    let elements = document.structure.elements
    let known = Set(document.figures.map(\.printed))
    var faults: [String] = []
    if finished.alternativeTexts.sorted() != elements.compactMap(\.alternativeText).sorted() {
      faults.append("its alternative texts are not those of the document")
    }
    if finished.actualTexts.sorted() != elements.compactMap(\.actualText).sorted() {
      faults.append("its words for what is not drawn are not those of the document")
    }
    for element in elements {
      var rest = element.actualText ?? ""
      if let text = element.alternativeText {
        rest = unvouched(text, element.alternativeFigures, into: &faults)
      }
      guard rest.utf8.contains(UInt8(ascii: "%")) else { continue }
      for number in rest.split(whereSeparator: { !($0.isNumber || "%<>".contains($0)) })
      where number.hasSuffix("%") && number != "100%" && !known.contains(String(number)) {
        faults.append("no figure of the ledger is the '\(number)' of an alternative text")
      }
    }
    return faults
  }

  /// An alternative text without the figures that it names, which must be those of the ledger.
  private func unvouched(
    _ text: String, _ figures: [StructureElement.Mention], into faults: inout [String]
  ) -> String {
    let bytes = Array(text.utf8)
    var rest: [UInt8] = []
    var end = 0
    for mention in figures {
      let range = mention.bytes.clamped(to: end..<max(end, bytes.count))
      rest += bytes[end..<range.lowerBound]
      end = range.upperBound
      let named = String(decoding: bytes[range], as: UTF8.self)
      guard document.figures.indices.contains(mention.figure),
        document.figures[mention.figure].printed == named
      else {
        faults.append("no figure of the ledger is the '\(named)' of an alternative text")
        continue
      }
    }
    return String(decoding: rest + bytes[min(end, bytes.count)...], as: UTF8.self)
  }
}
