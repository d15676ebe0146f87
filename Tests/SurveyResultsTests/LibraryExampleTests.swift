import Foundation
import SurveyResults
import Testing

/// The example of use in Documentation/ResultsModel.md is LibraryExample.swift, and works.
@Suite struct LibraryExampleTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  @Test func documentationHasTheExampleThatIsCompiled() throws {
    let root = Self.folder.deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appendingPathComponent("Documentation/ResultsModel.md"), encoding: .utf8)
    let example = try String(
      contentsOf: Self.folder.appendingPathComponent("LibraryExample.swift"), encoding: .utf8)
    #expect(page.contains("```swift\n" + example + "```\n"))
  }

  @Test func exampleSaysWhatMayBeSaidOfEachSegment() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("results.sqlite")
    try ResultsFile.write(ExchangeFaultsTests.study().results(), to: path)
    #expect(
      try shares(of: "yes", to: "choice", by: "role", in: path) == [
        "mayors: 60% (sound)", "aldermans: 17% (sound)",
        "clerks: withheld, fewer than 10 people",
      ])
    #expect(try shares(of: "yes", to: "choice", by: "rol", in: path) == [])
  }
}
