import Diagnostics
import DocumentTree
import Drawing
import Foundation
import PDFOutput
import PageModel
import PangoTypesetting
import ReportSpec
import TestSupport
import Testing

@testable import Press

/// A finished file that differs from its document is not let out, and damaged files never trap.
@Suite struct FinishedFileTests {
  /// The pages of the small report with the bytes that were made of them.
  private func printed() throws -> (document: PagedDocument, bytes: [UInt8]) {
    let mini = try MiniReport()
    defer { mini.remove() }
    _ = try Press.importSurvey(in: mini.folder.path)
    var log = DiagnosticLog()
    var library = SourceLibrary(folder: mini.folder.path)
    let report = try #require(
      OpenReport.open(house: house, editions: ["report"], library: &library, into: &log))
    let edition = try #require(report.edition("report", into: &log))
    let printer = try Printer(report: report, cache: WordCache(fonts: report.fonts))
    let pages = try #require(printer.pages(of: edition, for: nil, into: &log))
    return (pages, try printer.writer.write(pages))
  }

  private func faults(_ document: PagedDocument, _ bytes: [UInt8]) throws -> [String] {
    do {
      try FinishedFileCheck(document).check(bytes)
      return []
    } catch let fault as FinishedFileFault { return fault.faults }
  }

  @Test func everyDifferenceIsFound() throws {
    let (document, bytes) = try printed()
    #expect(try faults(document, bytes) == [])

    var other = document
    let place = try #require(first(of: "50%", in: document))
    other.pages[place.page].items[place.item].setText("51%")
    let found = try faults(other, bytes)
    #expect(found.contains { $0.contains("has '50%' for '51%'") }, "\(found)")
    #expect(found.contains { $0.contains("'51%' stands for '50%'") }, "\(found)")

    other = document
    other.pages[place.page].items.remove(at: place.item)
    #expect(try faults(other, bytes).contains { $0.hasSuffix("nobody knows of '50%'") })

    other = document
    other.pages[place.page].items[place.item].origin = .figure(9_999)
    #expect(try faults(other, bytes).contains { $0.contains("no figure of the ledger is '50%'") })

    other = document
    other.pages.append(document.pages[0])
    #expect(try faults(other, bytes).contains("it has \(document.pages.count) pages"))

    other = document
    other.metadata.title = "Other"
    #expect(try faults(other, bytes) == ["the title is 'Mini'"])

    other = document
    let chart = try #require(
      other.structure.elements.firstIndex { $0.alternativeText != nil })
    other.structure.elements[chart].alternativeText = "Stacked bars of 100%. Cooks: Red 51%."
    let spoken = try faults(other, bytes)
    #expect(spoken.contains("its alternative texts are not those of the document"), "\(spoken)")
    #expect(spoken.contains { $0.contains("is the '51%' of an alternative text") }, "\(spoken)")
  }

  private func first(of text: String, in document: PagedDocument) -> (page: Int, item: Int)? {
    for (page, content) in document.pages.enumerated() {
      if let item = content.items.firstIndex(where: {
        $0.text == text && $0.origin.figureIndex != nil
      }) {
        return (page, item)
      }
    }
    return nil
  }

  @Test func damagedFilesNeverTrap() throws {
    let (document, bytes) = try printed()
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<20 {
      var damaged = bytes
      for _ in 0..<8 {
        damaged[Int.random(in: 0..<damaged.count, using: &generator)] =
          UInt8.random(in: 0...255, using: &generator)
      }
      _ = try? FinishedFileCheck(document).check(damaged)
    }
  }
}

extension PageItem {
  /// Puts another text under the glyphs.
  fileprivate mutating func setText(_ text: String) {
    marks = marks.map { mark in
      guard case .glyphs(var glyphs) = mark else { return mark }
      glyphs.run.text = text
      return .glyphs(glyphs)
    }
  }
}
