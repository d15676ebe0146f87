import Diagnostics
import Foundation
import PDFClauses
import PDFOutput
import Press
import TestSupport
import Testing

/// The gallery of charts: every kind with its real fonts.
@Suite struct GalleryTests {
  @Test func printsEveryKindWithoutAFault() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("katern-\(UUID().uuidString)").appendingPathComponent("gallery")
    try FileManager.default.createDirectory(
      at: folder.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: checkout.appendingPathComponent("Reports/gallery"), to: folder)
    #expect(try Press.importSurvey(in: folder.path).log.diagnostics.isEmpty)
    let path = folder.appendingPathComponent("gallery.pdf").path
    let outcome = try Press.build(BuildOrder(folder: folder.path, output: path), house: house)
    #expect(outcome.log.diagnostics.isEmpty)
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    #expect(try TaggedPDF.check(bytes) == [])
    let tags = try TaggedPDF.tagTree(bytes)
    let openings = [
      "Staafdiagram.", "Staafdiagrammen naast elkaar.", "Gestapelde staven van 100%.",
      "Staven links en rechts", "Gestapelde staven per plaats.", "Vergelijking van twee metingen.",
      "Kolomdiagram.", "Lijndiagram.",
    ]
    for opening in openings { #expect(tags.contains("Alt='\(opening)"), "\(opening)") }
    // The island has eight people: that they took part is all that is said of it.
    #expect(!tags.contains("Het Eiland 1"))
  }
}
