import Diagnostics
import DocumentTree
import SurveyStatistics
import Testing

@testable import Manuscript
@testable import SurveyResults

/// What a page says of claims that hold, and no more than that.
@Suite struct ClaimCaveatTests {
  private static let place = SourceRange(
    file: "one.md", start: SourcePosition(line: 1, column: 1))

  /// The share of mayors who find that there is enough attention, now, and as printed in 2021.
  private func verdict(
    _ words: String, base: Int?
  ) throws -> (verdict: Claims.Verdict, faults: [Diagnostic]) {
    let results = try #require(SmallReport.offices)
    let mayors = SegmentKey.segment(breakdown: "role", id: "burgemeester")
    let now = try results.figure(
      FigureRequest(question: "aandacht_voldoende", answer: "eens", segment: mayors))
    let fact = PublishedFact(
      question: "aandacht_voldoende", answer: "eens", segment: mayors, wave: "2021",
      content: .percent(39), base: base)
    var request = now.request
    request.wave = "2021"
    let then = Figure(request: request, outcome: .published(fact))
    let claims = Claims(wording: DutchWording(), results: results)
    var log = DiagnosticLog()
    let verdict = claims.check(
      claims.demands(words, isTested: false), (now, "now"), .greater, [(then, "then")],
      at: Self.place, into: &log)
    return (verdict, log.diagnostics)
  }

  /// 39% against 60 of 113: significant from a base of about ninety, were 39 not rounded.
  @Test(
    arguments: [
      (100, "hoger", Claims.Verdict.qualified(.roundedWave("2021"))),
      (100, "significant hoger", .qualified(.roundedWave("2021"))),
      (100, "veel hoger", .qualified(.roundedWave("2021"))), (80, "hoger", .failed),
      (20, "hoger", .qualified(.untestedWave("2021"))), (20, "significant hoger", .failed),
    ])
  func aPublishedBaseIsTestedAsNearAsRoundingAllows(
    base: Int, words: String, verdict: Claims.Verdict
  ) throws {
    let outcome = try self.verdict(words, base: base)
    #expect(outcome.verdict == verdict)
    #expect(outcome.faults.map(\.id) == (verdict == .failed ? ["failed-claim"] : []))
  }

  @Test func withoutABaseNothingIsTested() throws {
    #expect(try verdict("hoger", base: nil).verdict == .qualified(.untestedWave("2021")))
    let refused = try verdict("significant hoger", base: nil)
    #expect(refused.verdict == .failed)
    let notes = try #require(refused.faults.first).notes.map(\.text)
    #expect(
      notes.last
        == "such words need a test, and none is possible: how many took part in 2021 is not known")
  }

  @Test func aSmallBaseIsSaid() throws {
    let outcome = try SmallReport.compose(
      """
      Zij deden [vaker]{reactie.any for burgemeester > for statenlid} iets.

      En wethouders ook [vaker]{reactie.any for wethouder > for statenlid}.
      """)
    #expect(outcome.faults == [])
    let notes = outcome.blocks.filter { $0.style == "chart-note" }
    #expect(notes.count == 1)
    guard case .paragraph(let text)? = notes.first?.content else {
      Issue.record("no note")
      return
    }
    #expect(
      text.plainText
        == "Wat hier over de statenleden staat, is indicatief: het gaat om weinig antwoorden.")
  }

  @Test func oneRoundedPointIsNoDifference() throws {
    let claim = "{{ claim aandacht_voldoende.eens for wethouder < in 2021 }}"
    #expect(try SmallReport.compose("Ja.\(claim)").faults == ["1:7 failed-claim"])
    let same = "{{ claim aandacht_voldoende.eens for wethouder = in 2021 }}"
    #expect(try SmallReport.compose("Ja.\(same)").faults == [])
  }
}
