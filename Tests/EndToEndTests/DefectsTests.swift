import Diagnostics
import Foundation
import Press
import Testing

/// The eight defects that were found in a published report, put into a chapter of the sample study:
/// each is found, at its line.
@Suite struct DefectsTests {
  /// The chapter that has them; defect n stands below the heading "n".
  private static let chapter = """
    ---
    title: Gebreken
    ---

    ## 1 {#een}

    De marge bij gedeputeerden is [42,8]{margin for gedeputeerde}, zeiden zij, of 42,8%.

    ## 2 {#twee}

    Bij burgemeesters is zij [7,6]{margin for burgemeester}.

    ## 3 {#drie}

    Uitgenodigd zijn alle [342]{invited for burgemeester} burgemeesters.

    ## 4 {#vier}

    Bij herhaling van dit onderzoek valt de uitkomst in 95 van de 100 keer binnen deze marge.

    ## 5 {question=hyp_ondersteuning #vijf}

    Hulp bij melding wensen burgemeesters
    [opvallend vaker dan statenleden]{hulp for burgemeester > for statenlid}.

    ## 6 {question=bekendheid #zes}

    Onder wethouders is de bekendheid [significant toegenomen]{bekend for wethouder > in 2021}, en
    onder raadsleden is zij ook significant toegenomen.

    ## 7 {question=bekendheid #zeven}

    [Ruim de helft]{onbekend for wethouder} van de wethouders kent het team niet.

    ## 8 {question=agressie #acht}

    Wie het team van naam kent, weet meestal ook waarvoor het dient.

    ## 8 verderop {question=reactie #acht-b}

    Wie het team van naam kent, weet meestal ook waarvoor het dient.

    """

  @Test func eachIsFoundAtItsLine() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("katern-\(UUID().uuidString)").appendingPathComponent("defects")
    try FileManager.default.createDirectory(
      at: folder.deletingLastPathComponent(), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    try FileManager.default.copyItem(
      at: checkout.appendingPathComponent("Reports/weerbaar-bestuur-2024"), to: folder)
    try Data(Self.chapter.utf8).write(to: folder.appendingPathComponent("chapters/defects.md"))
    try Data(
      """
      title: Gebreken
      language: nl-NL
      waves: { current: "2024", previous: "2021" }
      chapters: [chapters/defects.md]
      editions: { report: { layout: rapport } }

      """.utf8
    ).write(to: folder.appendingPathComponent("report.yaml"))
    #expect(!(try Press.importSurvey(in: folder.path)).log.hasErrors)
    let outcome = try Press.check(folder.path, house: house, edition: nil)
    let found = outcome.log.sorted.filter { $0.range?.file == "chapters/defects.md" }.map { fault in
      "\(heading(above: fault.range?.start.line ?? 0)) \(fault.severity.rawValue) \(fault.id)"
    }
    // The second defect of the published report was none: its other margins follow from the formula.
    #expect(
      found == [
        "1 error wrong-figure", "1 warning unbound-number",
        "3 error wrong-figure",
        "4 warning margin-misread", "4 warning unbound-number", "4 warning unbound-number",
        "5 error failed-claim",
        "6 error failed-claim", "6 warning unbound-judgement",
        "7 error unproven-majority",
        "8 verderop warning repeated-sentence",
      ])
  }

  /// The heading that a line stands below.
  private func heading(above line: Int) -> String {
    let lines = Self.chapter.split(separator: "\n", omittingEmptySubsequences: false).prefix(line)
    let heading = lines.last { $0.hasPrefix("## ") } ?? ""
    return String(heading.dropFirst(3).prefix { $0 != "{" }).trimmingCharacters(in: .whitespaces)
  }
}
