import SurveyStatistics
import TestSupport
import Testing

@testable import Manuscript

@Suite struct WordingTests {
  static let languages: [any Wording] = [DutchWording(), EnglishWording()]

  @Test func writesNumbersInBothLanguages() {
    let (nl, en) = (DutchWording(), EnglishWording())
    #expect([0, 7, 113, 1081, 1_234_567].map(nl.count) == ["0", "7", "113", "1.081", "1.234.567"])
    #expect([0, 7, 113, 1081, 1_234_567].map(en.count) == ["0", "7", "113", "1,081", "1,234,567"])
    #expect(nl.decimal(7.5547) == "7,6")
    #expect(en.decimal(41.7866) == "41.8")
    #expect(nl.decimal(0.04) == "0,0")
    #expect(nl.decimal(-7.56) == "-7,6")
    #expect(nl.n(113) == "n\u{A0}=\u{A0}113")
    #expect(nl.nBelow(30) == "n\u{A0}<\u{A0}30")
    #expect(nl.points("14") == "14\u{A0}procentpunt")
    #expect(en.points("14") == "14\u{A0}percentage points")
    #expect(en.points("1") == "1\u{A0}percentage point")
    #expect(nl.date("2024-11-19") == "19\u{A0}november 2024")
    #expect(nl.date("soon") == "soon")
  }

  @Test func writesSharesThatRoundAway() throws {
    let nl = DutchWording()
    #expect(nl.percent(try #require(Proportion(count: 68, base: 113))) == "60%")
    #expect(nl.percent(try #require(Proportion(count: 1, base: 1081))) == "<1%")
    #expect(nl.percent(try #require(Proportion(count: 1080, base: 1081))) == ">99%")
    #expect(nl.percent(try #require(Proportion(count: 0, base: 1081))) == "0%")
    #expect(nl.percent(try #require(Proportion(count: 1081, base: 1081))) == "100%")
    #expect(nl.percent(try #require(Proportion(count: 1, base: 8))) == "13%")
  }

  @Test func tiesNumbersToMonthsAndUnits() {
    let nl = DutchWording()
    #expect(nl.tied("op 3 juni en 14 procentpunt") == "op 3\u{A0}juni en 14\u{A0}procentpunt")
    #expect(nl.tied("op 9  juli, 20 mensen") == "op 9  juli, 20 mensen")
    #expect(nl.tied(" juni ") == " juni ")
  }

  /// The same as cutting the text into words and holding the letters of each against the units.
  @Test(arguments: languages.indices) func tiesAsThePlainWayDoes(language: Int) {
    let wording = Self.languages[language]
    func plainly(_ text: String) -> String {
      let words = text.split(separator: " ", omittingEmptySubsequences: false)
      var result = String(words.first ?? "")
      for (word, next) in zip(words, words.dropFirst()) {
        let isNumber = word.utf8.last.map { (0x30...0x39).contains($0) } ?? false
        let isUnit = (wording.months + wording.units).contains(
          String(next.prefix { $0.isLetter }))
        result += (isNumber && isUnit ? "\u{00A0}" : " ") + next
      }
      return result
    }
    let parts =
      ["1", "12", "a", " ", " ", "  ", ".", ",", "\u{301}", "é", "\u{A0}", "–", "\u{200D}", "\n"]
      + wording.months.prefix(2) + wording.units
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 0...8, using: &generator)).map { _ in
        parts.randomElement(using: &generator) ?? ""
      }.joined()
      #expect(wording.tied(text) == plainly(text), "\(text.debugDescription)")
    }
  }

  /// The same as a list of all that can be put together, where the first of its words counts.
  @Test func lexiconIsThatOfAllWordings() throws {
    var generator = SeededGenerator(seed: 4)
    let letters = ["a", "b", "c", "a b", "b a", "É c", "c b a"]
    func words() -> String { letters.randomElement(using: &generator) ?? "" }
    for _ in 0..<300 {
      let anchors = (0..<4).map { number in
        AcceptedWords.Anchor(
          Double(10 + 20 * number), [words(), words()], about: 1, over: 2, under: 3)
      }
      let leans: [(words: String, lean: AcceptedWords.Lean)] = [
        (words(), .over), (words(), .about), (words(), .roughly), (words(), .under),
      ]
      let phrases = (0..<2).map { number in
        (
          words: words(),
          meaning: AcceptedWords.Meaning(low: Double(number), high: Double(number + 1))
        )
      }
      let articles = ["a", "b"]
      let lexicon = AcceptedWords(
        anchors: anchors, leans: leans, phrases: phrases, articles: articles, hedge: "a")
      func alone(
        _ anchor: AcceptedWords.Anchor, _ lean: AcceptedWords.Lean
      )
        -> AcceptedWords.Meaning?
      {
        AcceptedWords(
          anchors: [AcceptedWords.Anchor(anchor.percent, ["x"], about: 1, over: 2, under: 3)],
          leans: [("y", lean)], phrases: [], articles: [], hedge: "y"
        ).meaning(of: lean == .about ? "x" : "y x")
      }
      var all = phrases.map { ($0.words, Optional($0.meaning)) }
      for anchor in anchors { all += anchor.names.map { ($0, alone(anchor, .about)) } }
      for (words, lean) in leans {
        for anchor in anchors {
          all += anchor.names.map { ("\(words) \($0)", alone(anchor, lean)) }
        }
      }
      for article in articles { all += phrases.map { ("\(article) \($0.words)", $0.meaning) } }
      var plain: [String: AcceptedWords.Meaning?] = [:]
      for (words, meaning) in all {
        let folded = AcceptedWords.folded(words)
        if plain[folded] == nil { plain[folded] = .some(meaning) }
        let words = folded.split(separator: " ").map(String.init)
        let seconds = try #require(lexicon.openings[words[0]])
        #expect(words.count == 1 || seconds.contains(words[1]))
      }
      for words in plain.keys + ["", "a a", "a b c", "b b a c", "c c"] {
        #expect(lexicon.meaning(of: words) == plain[words] ?? nil, "\(words)")
      }
    }
  }

  /// Every share has one wording: the intervals neither leave a gap nor overlap.
  @Test(arguments: [0, 1]) func sharesArePartitioned(language: Int) throws {
    let shares = Self.languages[language].shares
    for base in [1, 2, 3, 7, 30, 39, 50, 113, 241, 1081] {
      for count in 0...base {
        let percent = try #require(Proportion(count: count, base: base)).share * 100
        let matches = shares.filter { $0.holds(percent) }
        #expect(matches.count == 1 || percent == 0 || percent == 100, "\(count)/\(base)")
        #expect(!matches.isEmpty, "\(count)/\(base)")
      }
    }
    for (one, next) in zip(shares.dropFirst(), shares.dropFirst(2)) {
      #expect(one.high == next.low, "\(one.words) | \(next.words)")
    }
    #expect(shares.first?.holds(0) == true && shares.last?.holds(100) == true)
  }

  /// What Katern writes for a share it also accepts for that share.
  @Test(arguments: [0, 1], [20, 39, 50, 113, 241, 1081])
  func writtenWordsAreAccepted(language: Int, base: Int) throws {
    let wording = Self.languages[language]
    for count in 0...base {
      let proportion = try #require(Proportion(count: count, base: base))
      let percent = 100 * proportion.share
      let interval = Interval.ofShare(proportion, population: nil)
      let words = wording.words(
        percent: percent, interval: interval, isIndicative: base < 50)
      let meaning = wording.accepted.meaning(of: words)
      #expect(meaning != nil, "\(count)/\(base): '\(words)' is not in the lexicon")
      if base < 50 {
        #expect(meaning?.isNuanced != true, "\(count)/\(base): '\(words)' is too fine")
      } else if words != wording.aboutHalf {
        #expect(meaning?.contains(percent) == true, "\(count)/\(base): '\(words)'")
      }
      if meaning?.takesSide == true {
        #expect(!interval.contains(50), "\(count)/\(base): '\(words)' takes a side")
      }
    }
  }

  /// The rule of the majority, as published: 123 of 241, 573 and 568 of 1081, 60 of 113.
  @Test(
    arguments: [
      (123, 241, 1311, "ongeveer de helft"), (573, 1081, 8384, "ruim de helft"),
      (568, 1081, 8384, "ongeveer de helft"), (60, 113, 342, "ongeveer de helft"),
    ])
  func majorityWordsNeedAMajority(count: Int, base: Int, population: Int, words: String) throws {
    let proportion = try #require(Proportion(count: count, base: base))
    let interval = Interval.ofShare(proportion, population: population)
    let said = DutchWording().words(percent: 100 * proportion.share, interval: interval)
    #expect(said == words)
  }

  @Test func twentySevenPercentIsAQuarterAndABit() {
    #expect(DutchWording().words(percent: 27, interval: 20...34) == "ruim een kwart")
    #expect(EnglishWording().words(percent: 27, interval: 20...34) == "just over a quarter")
  }

  /// The lexicon of the published report: each phrase with the shares that it may stand for.
  @Test(
    arguments: [
      ("zeer kleine minderheid", 0.0, 10.0), ("een kleine minderheid", 0, 20),
      ("ongeveer een op de tien", 7, 13), ("ongeveer één op de zes", 13, 20), ("een zesde", 13, 20),
      ("ongeveer een op de drie", 28, 38), ("Een derde", 28, 38), ("de helft", 45, 55),
      ("grofweg de helft", 40, 60), ("iets meer dan de helft", 50.1, 57),
      ("ruim de helft", 50.1, 60), ("ongeveer drie vijfde", 55, 65),
      ("bijna twee derde", 60, 66.6), ("ongeveer twee derde", 62, 72),
      ("een ruime meerderheid", 60, 90), ("ongeveer drie kwart", 70, 80),
      ("ruim vier vijfde", 80.1, 87), ("bijna alle", 90, 99), ("overwegend", 60, 95),
      ("meestal", 51, 99),
    ])
  func acceptsTheWordsOfThePublishedReport(words: String, low: Double, high: Double) throws {
    let meaning = try #require(DutchWording().accepted.meaning(of: words))
    #expect(meaning.contains(low) && meaning.contains(high), "\(meaning)")
    #expect(!meaning.contains(low - 11) || low < 11)
    #expect(!meaning.contains(high + 11) || high > 89)
  }

  @Test func doesNotAcceptWhatNobodyCanCheck() {
    let accepted = DutchWording().accepted
    for words in ["", "veel", "een heleboel", "ruim", "ruim veel", "ongeveer ruim de helft"] {
      #expect(accepted.meaning(of: words) == nil, "\(words)")
    }
  }

  @Test func knowsWhichWayWordsPoint() {
    let words = DutchWording().claimWords
    #expect(words.saysMore("vaker dan in 2021") == true)
    #expect(words.saysMore("minder vaak") == false)
    #expect(words.saysMore("niet vaker") == nil)
    #expect(words.saysMore("meer of minder") == nil)
    #expect(words.saysMore("even vaak") == nil)
    #expect(words.isStrong("opvallend vaak"))
    #expect(!words.isStrong("vaak"))
  }
}
