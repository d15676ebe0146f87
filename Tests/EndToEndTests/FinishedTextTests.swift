import Diagnostics
import Foundation
import PDFClauses
import PDFOutput
import Press
import Testing

/// The finished file read back through its content streams.
@Suite struct FinishedTextTests {
  @Test func readsWhatAnExtractorReads() throws {
    let report = try MiniReport()
    defer { report.remove() }
    _ = try Press.importSurvey(in: report.folder.path)
    let path = report.path("report.pdf")
    let order = BuildOrder(folder: report.folder.path, edition: "report", output: path)
    #expect(try Press.build(order, house: house).value == [path])
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let finished = try FinishedText(reading: bytes)
    #expect(finished.title == "Mini")
    #expect(finished.alternativeTexts.count == 1)
    #expect(finished.alternativeTexts[0].contains("50%"))
    let letters = finished.pages.map { page in
      (page.runs.keys.sorted().compactMap { page.runs[$0] }.joined() + page.artifacts)
        .filter { $0.isLetter || $0.isNumber }.sorted()
    }
    #expect(!letters.contains { $0.contains("\u{FFFD}") })
    for (number, found) in letters.enumerated() {
      let page = String(number + 1)
      let text = try run("pdftotext", ["-f", page, "-l", page, "-raw", path, "-"]).output
      #expect(found == text.filter { $0.isLetter || $0.isNumber }.sorted())
    }
  }

  /// Characters that have no glyph (a word joiner, marks of direction, a byte order mark) are set,
  /// and the words around them are read whole.
  @Test func charactersThatOnlySteerTheTextAreNotDrawn() throws {
    let report = try MiniReport([
      .init(
        "chapters/one.md", "waiters choose blue.",
        "wai\u{2060}ters \u{200E}choose\u{200F} \u{FEFF}bl\u{200D}ue \u{2060}.")
    ])
    defer { report.remove() }
    _ = try Press.importSurvey(in: report.folder.path)
    let path = report.path("report.pdf")
    let order = BuildOrder(folder: report.folder.path, edition: "report", output: path)
    let outcome = try Press.build(order, house: house)
    #expect(outcome.value == [path], "\(outcome.log.diagnostics)")
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let words = try FinishedText(reading: bytes).pages.flatMap { $0.runs.values }.joined()
    let letters = words.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }
    #expect(String(String.UnicodeScalarView(letters)).contains("waiters choose blue ."))
    #expect(try TaggedPDF.check(bytes) == [])
    for format in [PageFormat.png, .svg] {
      let order = BuildOrder(
        folder: report.folder.path, edition: "report", output: report.path("p.\(format)"),
        format: format, resolution: 36)
      #expect(try Press.build(order, house: house).value?.isEmpty == false)
    }
  }

  @Test func whatIsNoPDFIsRefused() {
    #expect(throws: DrawingError.self) { try FinishedText(reading: Array("nothing".utf8)) }
  }
}
