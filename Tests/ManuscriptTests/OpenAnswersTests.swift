import Diagnostics
import DocumentTree
import ReportSpec
import SurveyResults
import SurveyStatistics
import Testing

@testable import Manuscript

/// Quotes, lists in order of naming, and themes.
@Suite struct OpenAnswersTests {
  /// Each item's text; nested items are indented.
  private func items(_ block: Block?, depth: Int = 0) -> [String] {
    guard case .list(let list)? = block?.content else { return [] }
    return list.items.flatMap { blocks in
      blocks.flatMap { block -> [String] in
        if case .paragraph(let text) = block.content {
          return [String(repeating: "  ", count: depth) + text.plainText]
        }
        return items(block, depth: depth + 1)
      }
    }
  }

  private func list(_ outcome: SmallReport.Outcome) -> Block? {
    outcome.blocks.first { if case .list = $0.content { true } else { false } }
  }

  @Test func answersStandInTheOrderOfTheirCounts() throws {
    let results = try #require(SmallReport.offices)
    let outcome = try SmallReport.compose(
      "```toplist\nquestion: agressie\nby: role\nsegments: [burgemeester]\ncount: 2\n```")
    #expect(outcome.faults == [])
    let expected = try ["verbaal", "bedreiging"].map { answer in
      let figure = try results.figure(
        FigureRequest(
          question: "agressie", answer: answer,
          segment: .segment(breakdown: "role", id: "burgemeester")))
      return try #require(figure.percent)
    }
    #expect(expected[0] > expected[1])
    #expect(
      items(list(outcome)) == [
        "Burgemeesters", "  Het vaakst: verbale agressie", "  Daarna: bedreiging of intimidatie",
      ])
  }

  @Test func smallGroupsHaveNoOrder() throws {
    let outcome = try SmallReport.compose(
      "```toplist\nquestion: ondersteuning_vorm\nby: role\nsegments: [burgemeester]\n```")
    #expect(
      items(list(outcome)) == ["Burgemeesters", "  te weinig antwoorden voor een volgorde"])
  }

  @Test func noneAndRestsHaveNoPlace() throws {
    let outcome = try SmallReport.compose(
      "```toplist\nquestion: hyp_bron\nby: role\nsegments: [raadslid]\ncount: 40\n```")
    let text = items(list(outcome)).joined(separator: "\n")
    #expect(text.contains("Het vaakst: "))
    #expect(!text.contains("geen antwoord"))
    #expect(!text.contains("iemand anders"))
  }

  @Test(arguments: [("bubble", "bubble"), ("cards", "columns(2)")])
  func shapes(name: String, group: String) throws {
    let outcome = try SmallReport.compose(
      "```toplist\nquestion: hyp_bron\nby: role\nas: \(name)\n```")
    let groups = outcome.blocks.compactMap { block in
      if case .group(let group, _) = block.content { "\(group)" } else { nil }
    }
    #expect(groups == [group])
  }

  @Test func batteriesAreNoLists() throws {
    let outcome = try SmallReport.compose("```toplist\nquestion: oordeel\n```")
    #expect(outcome.log.sorted.map(\.id) == ["not-a-list"])
  }

  @Test func themesStandInTheOrderOfNaming() throws {
    let outcome = try SmallReport.compose(
      """
      ```themes
      question: agressie
      for: burgemeester
      lead: In het kort.
      themes:
        fysiek: Over geweld.
        verbaal: "Over schelden, [49%]{agressie.verbaal for burgemeester}."
        bedreiging: Over dreigen.
      ```
      """)
    #expect(outcome.faults == [])
    #expect(
      items(list(outcome)) == [
        "Verbale agressie. Over schelden, 49%.", "Bedreiging of intimidatie. Over dreigen.",
        "Fysieke agressie. Over geweld.",
      ])
  }

  @Test func quotesSayWhoseWordsTheyAreWhereThatMayBeSaid() throws {
    let results = try #require(SmallReport.offices)
    let outcome = try SmallReport.compose("```quotes\nquestion: waardering\nanswer: nuttig\n```")
    let quotes = try results.quotes(of: "waardering", answer: "nuttig")
    let printed = items(list(outcome))
    #expect(quotes.count == 9)
    #expect(printed.count == quotes.count)
    for (quote, text) in zip(quotes, printed) {
      #expect(text.hasPrefix("“\(quote.quote.text)”"))
      let role = quote.segment.flatMap { results.segment($0)?.singular }
      #expect(text.hasSuffix(role.map { "(\($0))" } ?? "”"))
    }
    #expect(quotes.contains { $0.segment == nil } && quotes.contains { $0.segment != nil })
    guard case .paragraph(let note)? = outcome.blocks.last?.content else { return }
    #expect(note.plainText == "Een selectie uit de antwoorden, in de woorden van de deelnemers.")
  }

  @Test func quotesThatAreAllThereSaySo() throws {
    let outcome = try SmallReport.compose(
      "```quotes\nquestion: waardering\nanswer: niet-nuttig\n```")
    guard case .paragraph(let note)? = outcome.blocks.last?.content else {
      Issue.record("\(outcome.blocks)")
      return
    }
    #expect(note.plainText == "Alle antwoorden, in de woorden van de deelnemers.")
    #expect(items(list(outcome)).count == 10)
  }

  @Test func keywordsStandInClustersByCount() throws {
    let results = try #require(SmallReport.offices)
    let outcome = try SmallReport.compose("```keywords\nquestion: kernwoorden\n```")
    let question = try #require(results.question("kernwoorden"))
    let printed = items(list(outcome))
    #expect(printed.count == 7)
    let counts = try printed.map { text -> Int in
      let label = text.split(separator: "\n").first.map(String.init) ?? ""
      let net = try #require(question.nets.first { $0.label == label })
      let figure = try results.figure(
        FigureRequest(question: "kernwoorden", answer: net.id))
      return try #require(figure.proportion?.count)
    }
    #expect(counts == counts.sorted(by: >))
    #expect(printed.contains { $0.hasPrefix("Steun en begrip\nsteun, begrip, betrokken") })
  }

  @Test(arguments: [
    ("```keywords\nquestion: agressie\n```", ["no-clusters"]),
    ("```themes\nquestion: agressie\nthemes: {verbal: x}\n```", ["unknown-category"]),
    ("```themes\nquestion: agressie\n```", ["no-themes"]),
    ("```quotes\nquestion: agressie\n```", ["no-quotes"]),
    ("```quotes\nquestion: agresie\n```", ["unknown-question"]),
    ("```quotes\n```", ["no-question"]),
    ("```toplist\nquestion: hyp_bron\nby: rolle\n```", ["unknown-breakdown"]),
  ])
  func faultsAreReported(text: String, ids: [String]) throws {
    #expect(try SmallReport.compose(text).log.sorted.map(\.id) == ids)
  }

  @Test func labelsInsideSentencesLoseTheirCapital() {
    #expect("Gemeentesecretaris".insideSentence == "gemeentesecretaris")
    #expect("NGB".insideSentence == "NGB")
    #expect("A".insideSentence == "A")
    #expect("".insideSentence == "")
  }
}
