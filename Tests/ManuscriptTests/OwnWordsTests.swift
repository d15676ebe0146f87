import Diagnostics
import DocumentTree
import Testing

@testable import Manuscript

/// Words for shares: those of `report.yaml`, and the partition at every base.
@Suite struct OwnWordsTests {
  private static let settings = """
    words:
      een flink deel: 20-40%
      de bulk: 50–90 %
      haast geen: 0-6
    """

  @Test(
    arguments: [
      ("een flink deel", "agressie.any for raadslid", nil),
      ("Een flink deel", "agressie.any for raadslid", nil),
      ("een flink deel", "agressie.any for burgemeester", "wrong-words"),
      ("een flink deel (33%)", "agressie.any for raadslid", nil),
      ("de bulk", "bekendheid.bekend for burgemeester", "wrong-words"),
      // Words for the upper half are held to it: 51% is not yet there.
      ("de bulk", "bekendheid.onbekend for wethouder", "unproven-majority"),
      ("de bulk", "bekendheid.onbekend for raadslid", nil),
      ("haast geen", "deelname.training for raadslid", nil),
    ] as [(String, String, String?)])
  func reportsAddTheirWords(words: String, query: String, fault: String?) throws {
    let outcome = try SmallReport.compose(
      "Dat is [\(words)]{\(query)}.", settings: Self.settings)
    #expect(outcome.log.sorted.map(\.id) == (fault.map { [$0] } ?? []))
  }

  /// Every share of every base has exactly one wording: the intervals neither leave a gap nor overlap.
  @Test(arguments: [0, 1]) func everyShareHasOneWording(language: Int) {
    let shares = WordingTests.languages[language].shares
    // The bounds, and what lies between them: no share is elsewhere.
    #expect(shares.first.map { $0.low == 0 && $0.high == 0 && $0.includesHigh } == true)
    #expect(shares.last.map { $0.low == 100 && $0.high == 100 && $0.includesHigh } == true)
    for (one, next) in zip(shares.dropFirst().dropLast(), shares.dropFirst(2)) {
      #expect(one.low < one.high && one.high == next.low && !one.includesHigh, "\(one.words)")
    }
    for base in 1...260 {
      for count in 0...base {
        let percent = 100 * Double(count) / Double(base)
        let matches = shares.filter { $0.holds(percent) }
        let isAtEnd = count == 0 || count == base
        // "none" goes before "hardly any", which begins at the same bound; "all" likewise.
        #expect(matches.count == (isAtEnd && count == 0 ? 2 : 1), "\(count)/\(base)")
      }
    }
  }

  /// The words that go with people and verbs, for every wording that can be generated.
  @Test func everyWordingJoinsItsPeople() {
    let nl = DutchWording()
    let en = EnglishWording()
    let dutch = [
      ("geen enkele", "geen van de raadsleden", false),
      ("vrijwel geen enkele", "vrijwel geen van de raadsleden", false),
      ("een kleine minderheid", "een kleine minderheid van de raadsleden", false),
      ("ongeveer één op de zes", "ongeveer één op de zes raadsleden", false),
      ("ruim een kwart", "ruim een kwart van de raadsleden", false),
      ("ongeveer vier op de tien", "ongeveer vier op de tien raadsleden", true),
      ("bijna de helft", "bijna de helft van de raadsleden", false),
      ("ruim twee derde", "ruim twee derde van de raadsleden", false),
      ("bijna alle", "bijna alle raadsleden", true), ("alle", "alle raadsleden", true),
    ]
    for (words, phrase, isPlural) in dutch {
      #expect(nl.phrase(words, of: "raadsleden") == phrase)
      #expect(nl.agreement(of: words).isPlural == isPlural, "\(words)")
      #expect(nl.shares.contains { $0.words == words })
    }
    let english = [
      ("none", "none of the mayors", true), ("hardly any", "hardly any mayors", true),
      ("about one in six", "about one in six mayors", false),
      ("just over a quarter", "just over a quarter of the mayors", true),
      ("about four in ten", "about four in ten mayors", true),
      ("nearly half", "nearly half of the mayors", true),
      ("almost all", "almost all mayors", true), ("all", "all mayors", true),
    ]
    for (words, phrase, isPlural) in english {
      #expect(en.phrase(words, of: "mayors") == phrase)
      #expect(en.agreement(of: words).isPlural == isPlural, "\(words)")
      #expect(en.shares.contains { $0.words == words })
    }
  }

  @Test func placesHaveWords() {
    let (nl, en) = (DutchWording(), EnglishWording())
    #expect(
      [1, 2, 12, 13].map { nl.ordinal($0, isShared: false) } == [
        "eerste", "tweede", "twaalfde", "13e",
      ])
    #expect(nl.ordinal(1, isShared: true) == "gedeeld eerste")
    #expect(
      [1, 3, 13, 21, 22, 23, 111].map { en.ordinal($0, isShared: false) }
        == ["first", "third", "13th", "21st", "22nd", "23rd", "111th"])
    #expect(en.ordinal(2, isShared: true) == "joint second")
  }

  @Test func labelsStandWithinSentences() {
    let nl = DutchWording()
    #expect(
      ["Een luisterend oor", "NGB en VNG", "Advies", "College van B en W", "A"].map(nl.inSentence)
        == ["een luisterend oor", "NGB en VNG", "advies", "college van B en W", "a"])
  }
}
