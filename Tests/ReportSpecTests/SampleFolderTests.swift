import Diagnostics
import Drawing
import Foundation
import HouseStyle
import ReportSpec
import Testing

/// The sample reports, layouts and fonts of the repository, as they stand.
@Suite struct SampleFolderTests {
  private var root: String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
  }

  @Test(arguments: ["weerbaar-bestuur-2024", "election-study-1996"])
  func sampleReportsAreReadWithoutFault(name: String) throws {
    var library = SourceLibrary(folder: root + "/Reports/" + name)
    var log = DiagnosticLog()
    let report = try #require(ReportReader.read(&library, into: &log))
    #expect(TextRenderer(sources: library.files).render(log.sorted) == "")
    #expect(!report.editions.isEmpty)
    for edition in report.editions {
      let sheet = StyleSheetReader.read(
        edition.layout, ownFolder: root + "/Layouts", library: &library, into: &log)
      #expect(TextRenderer(sources: library.files).render(log.sorted) == "")
      #expect(sheet?.name == edition.layout.text)
    }
  }

  @Test func fontsAreReadWithoutFault() throws {
    var library = SourceLibrary(folder: root)
    var log = DiagnosticLog()
    let catalogue = FontListReader.read(
      path: root + "/Fonts/fonts.yaml", library: &library, into: &log)
    #expect(TextRenderer(sources: library.files).render(log.sorted) == "")
    #expect(try #require(catalogue).faces.count > 3)
  }
}
