import Diagnostics
import ReportSpec

/// The words that authors may use for a share: more than Katern writes itself.
struct AcceptedWords: Sendable {
  /// A fraction that words can lean on.
  struct Anchor: Sendable {
    /// In percent.
    var percent: Double
    /// How it is called, the usual name first.
    var names: [String]
    /// How far "about" reaches on either side, in points.
    var about: Double
    /// How far "just over" reaches, in points.
    var over: Double
    /// How far "nearly" reaches, in points.
    var under: Double

    init(_ percent: Double, _ names: [String], about: Double, over: Double, under: Double) {
      self.percent = percent
      self.names = names
      self.about = about
      self.over = over
      self.under = under
    }
  }

  /// How words lean on a fraction.
  enum Lean: Sendable {
    case about
    case roughly
    case over
    case under
  }

  /// What words may stand for, in percent.
  struct Meaning: Sendable, Hashable {
    var low: Double
    var high: Double
    /// Whether the lower bound itself is left out.
    var isOpenBelow = false
    /// Whether the upper bound itself is left out.
    var isOpenAbove = false
    /// Whether the words take a side of one half.
    var takesSide = false
    /// Whether they lean on a fraction to one side, which a small base does not carry.
    var isNuanced = false

    /// Whether a share in percent is meant.
    func contains(_ percent: Double) -> Bool {
      percent >= low && percent <= high && !(isOpenBelow && percent == low)
        && !(isOpenAbove && percent == high)
    }
  }

  /// The fractions, from the smallest.
  var anchors: [Anchor]
  /// What stands before a fraction, the longer words first.
  var leans: [(words: String, lean: Lean)]
  /// Words without a fraction, articles left out: "kleine minderheid".
  var phrases: [(words: String, meaning: Meaning)]
  /// The articles that may stand before a phrase.
  var articles: [String]
  /// The lean of hedged words: "ongeveer".
  var hedge: String

  /// The lexicon with words of the author's own, which go before those of the same wording.
  ///
  /// Words that stand for shares on one side of the half only take that side, and are held to it.
  func adding(_ ranges: [ShareRange]) -> AcceptedWords {
    var lexicon = self
    lexicon.phrases.insert(
      contentsOf: ranges.map { range in
        let takesSide = range.low >= 50 || range.high <= 50
        return (
          range.words.text,
          Meaning(
            low: range.low, high: range.high, isOpenBelow: range.low == 50,
            isOpenAbove: range.high == 50, takesSide: takesSide && range.reachesHalf)
        )
      }, at: 0)
    return lexicon
  }

  /// What words may stand for; nil if they are not in the lexicon.
  func meaning(of words: String) -> Meaning? {
    let words = Self.folded(words)
    if let meaning = phrase(words) ?? fraction(words) { return meaning }
    for article in articles where words.hasPrefix(article + " ") {
      return phrase(String(words.dropFirst(article.count + 1)))
    }
    return nil
  }

  /// The nearest fraction, hedged: what a small base carries.
  func hedged(_ percent: Double) -> String? {
    anchors.min { abs($0.percent - percent) < abs($1.percent - percent) }
      .flatMap(\.names.first).map { "\(hedge) \($0)" }
  }

  private func phrase(_ words: String) -> Meaning? {
    phrases.first { Self.folded($0.words) == words }?.meaning
  }

  private func fraction(_ words: String) -> Meaning? {
    if let anchor = anchor(words) { return meaning(of: anchor, .about) }
    for (prefix, lean) in leans where words.hasPrefix(prefix + " ") {
      if let anchor = anchor(String(words.dropFirst(prefix.count + 1))) {
        return meaning(of: anchor, lean)
      }
    }
    return nil
  }

  private func anchor(_ words: String) -> Anchor? {
    anchors.first { $0.names.contains { Self.folded($0) == words } }
  }

  private func meaning(of anchor: Anchor, _ lean: Lean) -> Meaning {
    let percent = anchor.percent
    let isHalf = percent == 50
    switch lean {
    case .about: return Meaning(low: percent - anchor.about, high: percent + anchor.about)
    case .roughly:
      return Meaning(low: percent - 2 * anchor.about, high: percent + 2 * anchor.about)
    case .over:
      return Meaning(
        low: percent, high: percent + anchor.over, isOpenBelow: true, takesSide: isHalf,
        isNuanced: true)
    case .under:
      return Meaning(
        low: percent - anchor.under, high: percent, isOpenAbove: true, takesSide: isHalf,
        isNuanced: true)
    }
  }

  /// Lower case, the accent of "één" gone, blanks folded.
  static func folded(_ words: String) -> String {
    let plain = String(words.lowercased().map { $0 == "é" ? "e" : $0 })
    return plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension ShareRange {
  /// Whether the words are meant for shares so near one half that it matters on which side they lie.
  fileprivate var reachesHalf: Bool { low <= 50 && high >= 40 || low <= 60 && high >= 50 }
}
