import Foundation
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

  @Test func whatIsNoPDFIsRefused() {
    #expect(throws: DrawingError.self) { try FinishedText(reading: Array("nothing".utf8)) }
  }
}
