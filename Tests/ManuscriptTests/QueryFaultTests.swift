import Diagnostics
import DocumentTree
import Testing

/// One case for each way in which a query or block asks for what is not there: the place is that of
/// the words at fault.
@Suite struct QueryFaultTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    /// `line:column id`, in reading order.
    var faults: [String]
    /// The likely fix of the first fault; nil if there is none to hold.
    var fix: String?
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ faults: [String], fix: String? = nil) {
      (self.name, self.text, self.faults, self.fix) = (name, text, faults, fix)
    }
  }

  static let cases: [Case] = [
    Case(
      "question", "Van {{ agresie.any }}.", ["1:8 unknown-question"],
      fix: "did you mean 'agressie'?"),
    Case(
      "question of a heading", "## Kop {question=agresie}", ["1:18 unknown-question"],
      fix: "did you mean 'agressie'?"),
    Case(
      "category", "Van {{ agressie.verbal }}.", ["1:17 unknown-category"],
      fix: "did you mean 'verbaal'?"),
    Case(
      "segment", "Van {{ agressie.any for burgermeester }}.", ["1:25 unknown-segment"],
      fix: "did you mean 'burgemeester'?"),
    Case(
      "breakdown", "Van {{ agressie.any for rol:burgemeester }}.", ["1:25 unknown-breakdown"],
      fix: "did you mean 'role'?"),
    Case(
      "wave", "Van {{ agressie.any in 2022 }}.", ["1:24 unknown-wave"], fix: "did you mean '2021'?"),
    Case(
      "wave of a heading", "## Kop {wave=2012}\n\nVan {{ agressie.any }}.",
      ["1:14 unknown-wave"]),
    Case(
      "breakdown of a heading", "## Kop {by=rolle}", ["1:12 unknown-breakdown"],
      fix: "did you mean 'role'?"),
    Case(
      "missing question", "Van {{ any }}.", ["1:8 no-question"], fix: "did you mean 'agressie.any'?"
    ),
    Case("item of no battery", "Van {{ agressie.snel.any }}.", ["1:17 no-items"]),
    Case(
      "keyword", "Van {{ agressie.any fro burgemeester }}.", ["1:21 malformed-query"],
      fix: "did you mean 'for'?"),
    Case("this", "Van {{ agressie.any for this }}.", ["1:25 no-segment"]),
    Case("others", "Van {{ agressie.any for others }}.", ["1:25 no-segment"]),
    Case("only", "::: only raadslid\nTekst.\n:::", ["1:1 no-segment"]),
    Case("item", "Het gaat om {{ item }}.", ["1:16 no-item"]),
    Case("each item", "::: each item of agressie\nTekst.\n:::", ["1:18 no-items"]),
    Case("comparison", "Het is {{ agressie.any > in 2021 }}.", ["1:11 comparison-filled"]),
    Case(
      "all of one query", "Van {{ agressie.verbal for burgermeester in 2022 }}.",
      ["1:17 unknown-category", "1:28 unknown-segment", "1:45 unknown-wave"]),
    Case(
      "all of a claim", "Het is [vaker]{agressie.any for a > agressie.verbal for b}.",
      ["1:33 unknown-segment", "1:46 unknown-category", "1:57 unknown-segment"]),
    Case(
      "chart", "```chart\nquestion: agresie\n```", ["2:11 unknown-question"],
      fix: "did you mean 'agressie'?"),
    Case(
      "chart categories", "```chart\nquestion: agressie\ncategories: [verbaal, fysek]\n```",
      ["3:23 unknown-category"], fix: "did you mean 'fysiek'?"),
    Case(
      "chart waves", "```chart\nquestion: agressie\nwaves: [\"2020\"]\n```", ["3:9 unknown-wave"]),
    Case(
      "stacked bars of several answers",
      "```chart\nquestion: agressie\ntype: stacked-bars\n```", ["3:7 wrong-chart"],
      fix: "use 'type: grouped-bars'"),
    Case(
      "faults of several blocks",
      "Van {{ agresie.any }}.\n\n- {{ n for niemand }}\n\n```chart\nquestion: reactei\n```",
      ["1:8 unknown-question", "3:12 unknown-segment", "6:11 unknown-question"]),
  ]

  @Test(arguments: cases) func pointsAtTheWords(_ fault: Case) throws {
    let outcome = try SmallReport.compose(fault.text)
    #expect(outcome.faults == fault.faults)
    if let fix = fault.fix {
      #expect(outcome.log.sorted.first?.fixes.first?.text == fix)
    }
    #expect(outcome.document.figures.isEmpty)
  }

  @Test func aBatteryNeedsItsItem() throws {
    let outcome = try SmallReport.compose(
      "It is {{ placement.right }} and {{ placement.mel.right }}.", results: SmallReport.voters)
    #expect(outcome.faults == ["1:20 missing-item", "1:46 unknown-item"])
  }

  @Test func thePlanIsKept() throws {
    let outcome = try SmallReport.compose(
      "It is {{ identification.democrat for party:democrat }}.", results: SmallReport.voters)
    #expect(outcome.faults == ["1:10 not-in-plan"])
  }
}
