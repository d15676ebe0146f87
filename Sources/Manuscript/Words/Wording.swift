import SurveyResults

/// The words of a language: numbers, shares, notes and the sentences of generated sections.
///
/// Each language is one file; what they have in common is in the extension below.
protocol Wording: SentenceWording {
  /// Between groups of three digits.
  var thousandsMark: String { get }
  /// The words of the unit of a difference, which stay with the number before them.
  var units: [String] { get }
  /// Before decimals.
  var decimalMark: String { get }
  /// The months, from January.
  var months: [String] { get }
  /// The shares in words, to generate.
  var shares: [ShareWords] { get }
  /// What may be on either side of one half.
  var aboutHalf: String { get }
  /// The words that authors may use, to accept.
  var accepted: AcceptedWords { get set }
  /// The words that say how figures differ.
  var claimWords: ClaimWords { get }
  /// The places of an order in words, from the first.
  var ordinals: [String] { get }
  /// A place beyond those words: "13e".
  func ordinal(_ digits: String) -> String
  /// What stands before the place of an answer that shares it: "gedeeld".
  var sharedPlace: String { get }
  /// How words for a share join the people whom they are about, and which verb they take.
  func agreement(of words: String) -> Agreement
  /// "van de", between a share and those whom it is a share of.
  var ofThe: String { get }
  /// The numbers from 0 to 12 in words.
  var numerals: [String] { get }
  /// "percent" behind a number: each way as a list of words.
  var percentWords: [[String]] { get }

  /// "7,6 procentpunt".
  func points(_ number: String) -> String
  /// "minder dan 50 deelnemers, indicatief", behind an n.
  var indicative: String { get }
  /// "overige ambtsdragers" without a name: the others.
  var others: String { get }
  /// Everybody together.
  var everybody: String { get }
  /// Several answers were possible.
  var severalAnswers: String { get }
  /// Who was asked.
  func base(_ universe: String?) -> String
  /// What hatched bars are.
  func indicativeNote(below bound: Int) -> String
  /// What columns and figures of a table that are marked as indicative are.
  func indicativeColumnNote(below bound: Int) -> String
  func insufficientNote(below bound: Int) -> String
  var roundingNote: String { get }
  func untestedNote(wave: String) -> String
  /// A wave has no row because a publication has not all of its answers.
  func incompleteNote(wave: String) -> String
  /// Two answers of the same people were compared without a test.
  var untestedAnswersNote: String { get }
  /// Behind the label of a wave of which only percentages are known.
  var baseUnknown: String { get }
  func withholding(_ reason: Withholding, policy: Policy) -> String
  func withheldNote(_ reasons: [String]) -> String
  /// What a list of quotes is: a choice or all, and what was taken out of them.
  func quotesNote(isSelection: Bool, isRedacted: Bool) -> String
  /// "Het vaakst", "Daarna": the rungs of a list in order; the last holds for all below it.
  var rungs: [String] { get }
  /// Behind a rung that several answers share.
  var shared: String { get }
  /// In the place of an order that few answers or the policy do not allow.
  var noOrder: String { get }
  /// In front of the name of who made a picture.
  var source: String { get }
  /// Behind the head of a group of rows that goes on on another page.
  var continued: String { get }
  /// Leads from a chart to the straight counts of its question.
  var seeTable: String { get }
  /// Leads from straight counts to the chart of their question.
  var seeChart: String { get }
  /// The title of the list of contents.
  var contents: String { get }
  /// What a link back to the list of contents says.
  var backToContents: String { get }
  func accuracy(_ letter: String) -> String
  /// The heads of the response and margin tables, by column.
  func column(_ column: TableColumn) -> String
  /// What the margin means, or why there is none.
  func marginExplained(_ selection: Study.Selection) -> String
  /// The rules of publication, a paragraph each.
  func rules(_ policy: Policy) -> [String]
  /// The head of the names of the files that the results were made of.
  var inputs: String { get }
  /// The lines of the colophon.
  func publishedBy(_ organisation: String) -> String
  func writtenBy(_ authors: String) -> String
  func dated(_ date: String) -> String
  var and: String { get }
  /// How many people there are, of whom none.
  var none: String { get }
}

/// A column of the generated tables.
enum TableColumn {
  case segment
  case population
  case invited
  case responded
  case rate
  case margin
  case accuracy
}

extension Wording {
  /// A count: `1.081`.
  func count(_ number: Int) -> String {
    let digits = Array(String(abs(number)))
    var text = ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position) % 3 == 0 { text += thousandsMark }
      text.append(digit)
    }
    return (number < 0 ? "-" : "") + text
  }

  /// A number with one decimal, rounded half up: `7,6`.
  func decimal(_ number: Double) -> String {
    let tenths = Int((abs(number) * 10 + 0.5).rounded(.down))
    let sign = number < 0 && tenths > 0 ? "-" : ""
    return sign + count(tenths / 10) + decimalMark + String(tenths % 10)
  }

  /// `n = 113`, with spaces that do not break.
  func n(_ base: Int) -> String { "n\u{00A0}=\u{00A0}\(count(base))" }

  /// `n < 30`, likewise.
  func nBelow(_ bound: Int) -> String { "n\u{00A0}<\u{00A0}\(bound)" }

  /// A date: "19 november 2024"; the text itself if it is none.
  func date(_ text: String) -> String {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, months.indices.contains(parts[1] - 1) else { return text }
    return "\(parts[2])\u{00A0}\(months[parts[1] - 1]) \(parts[0])"
  }

  /// A month: "november 2024"; the text itself if it is no date.
  func monthAndYear(_ text: String) -> String {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3, months.indices.contains(parts[1] - 1) else { return text }
    return "\(months[parts[1] - 1]) \(parts[0])"
  }

  /// The words for a share: by the partition, with the guard that a majority is one.
  ///
  /// A small base does not carry "ruim" and "bijna": it gets the nearest fraction, hedged.
  func words(percent: Double, interval: ClosedRange<Double>?, isIndicative: Bool = false) -> String
  {
    guard let match = shares.first(where: { $0.holds(percent) }) else { return none }
    let isProven = interval.map { !$0.contains(50) } ?? false
    if match.side != .neither, !isProven { return aboutHalf }
    if isIndicative, accepted.meaning(of: match.words)?.isNuanced == true {
      return accepted.hedged(percent) ?? match.words
    }
    return match.words
  }

  /// The words for a figure; nil if prose may not have it.
  func words(for figure: Figure) -> String? {
    figure.exactPercent.map {
      words(percent: $0, interval: figure.interval, isIndicative: figure.isIndicative)
    }
  }

  /// Holds a number and the month or unit behind it together.
  func tied(_ text: String) -> String {
    let bytes = text.utf8.span
    var spaces: [Int] = []
    for index in bytes.indices.dropFirst() where bytes[index] == 0x20 {
      guard (0x30...0x39).contains(bytes[index - 1]) else { continue }
      let start = index + 1
      if months.contains(where: { startsWord($0, in: bytes, at: start) })
        || units.contains(where: { startsWord($0, in: bytes, at: start) })
      {
        spaces.append(index)
      }
    }
    if spaces.isEmpty { return text }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + spaces.count)
    var next = spaces[...]
    for index in bytes.indices {
      if index == next.first {
        next.removeFirst()
        result += "\u{00A0}".utf8
      } else {
        result.append(bytes[index])
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a word stands at a place of a text, whole: no letter and no mark on a letter follows.
  private func startsWord(_ word: String, in bytes: Span<UInt8>, at start: Int) -> Bool {
    var index = start
    for byte in word.utf8 {
      guard index < bytes.count, bytes[index] == byte else { return false }
      index += 1
    }
    guard index < bytes.count else { return true }
    if bytes[index] < 0x80 { return !(bytes[index] | 0x20 >= 0x61 && bytes[index] | 0x20 <= 0x7A) }
    let rest = String(
      decoding: (index..<min(bytes.count, index + 4)).map { bytes[$0] }, as: UTF8.self)
    guard let scalar = rest.unicodeScalars.first else { return true }
    return !scalar.properties.isAlphabetic && "a\(scalar)".count == 2
  }

  /// "a, b en c".
  func list(_ items: [String]) -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(and) " + last
  }
}

/// The words of the results' language.
func wording(of language: String) -> any Wording {
  language.hasPrefix("en") ? EnglishWording() : DutchWording()
}

extension String {
  /// The text with its first letter in capitals.
  var capitalisedFirst: String {
    // Dutch writes this pair as one letter.
    hasPrefix("ij") ? "IJ" + dropFirst(2) : prefix(1).uppercased() + dropFirst()
  }
}
