import Diagnostics
import Foundation
import Press
import Testing

/// Numbers in the texts of blocks and in `texts.yaml` need something that vouches for them, as those of
/// paragraphs do.
@Suite struct UnboundTextsTests {
  private static let one = "chapters/one.md"

  private func faults(of report: MiniReport) throws -> [String] {
    defer { report.remove() }
    _ = try Press.importSurvey(in: report.folder.path)
    let outcome = try Press.build(
      BuildOrder(folder: report.folder.path, output: report.path("out.pdf")), house: house)
    return outcome.log.sorted.map { fault in
      let start = fault.range?.start
      return "\(fault.range?.file ?? ""):\(start?.line ?? 0) \(fault.id)"
    }
  }

  private let method = "```methodology\n```\n"

  private let themes = """
    ```themes
    question: colour
    for: cook
    lead: In short, 70% of the cooks said so.
    themes:
      red: Of the cooks, [50%]{colour.red for cook} like it.
      blue: "Of the cooks, 47% do not."
    ```

    """

  @Test func themesAreRead() throws {
    let report = try MiniReport([.init(Self.one, method, themes + "\n" + method)])
    let found = try faults(of: report)
    #expect(found == ["\(Self.one):19 unbound-number", "\(Self.one):22 unbound-number"])
  }

  @Test func textsOfTheReportAreRead() throws {
    let block = "```themes\nquestion: colour\nfor: cook\n```\n"
    let report = try MiniReport([
      .init("report.yaml", "editions:", "texts: texts.yaml\neditions:"),
      .init(Self.one, method, block + "\n" + method),
    ])
    let texts = """
      approved-by: us
      texts:
        colour:
          cook:
            red: { text: "Of the cooks, 47% like it." }

      """
    try Data(texts.utf8).write(to: report.folder.appendingPathComponent("texts.yaml"))
    let found = try faults(of: report)
    #expect(found == ["texts.yaml:5 unbound-number"])
  }
}
