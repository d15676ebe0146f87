import SurveyResults
import SurveyStatistics

/// What a query comes to.
enum Answer {
  /// A share of the results or of a publication.
  case share(Figure, format: Query.Format?)
  /// A count: n, population, invited, a base.
  case count(Int)
  /// A base that may not be said.
  case below(Int)
  /// A share that is no answer: the response rate.
  case rate(Proportion)
  /// A margin in percentage points.
  case margin(Double)
  /// Words: a segment's name, an accuracy class.
  case words(String)
  /// The interval of a share.
  case interval(Figure)
  /// The mean of a numeric question.
  case mean(MeanFigure)
  /// The answers that most people gave.
  case order([RankedAnswer], format: Query.Format?)
  /// The place of an answer.
  case place(RankedAnswer)
}

extension Answer {
  /// Whether an author may say it in other words than those of the query's form.
  var isSaidFreely: Bool {
    switch self {
    case .share(_, let format):
      switch format {
      case .phrase, .list, .names, .ordinal, .change: false
      default: true
      }
    case .interval, .mean, .order, .place: false
    case .count, .below, .rate, .margin, .words: true
    }
  }

  /// The share that the answer is, or is made from; nil if it is none, or made from several.
  var figure: Figure? {
    switch self {
    case .share(let figure, _), .interval(let figure): figure
    case .place(let answer): answer.figure
    default: nil
    }
  }
}

/// A resolved query: the answer, and the query completed with its defaults.
struct Resolved {
  var answer: Answer
  /// `agressie.any for role:burgemeester in 2024`.
  var canonical: String
  /// Those whom the answer is about, as a noun without article; nil for what is no answer.
  var people: String?
  /// The label of the answer; nil for what is no answer.
  var label: String?
  /// Whether only some were asked.
  var isFiltered = false

  /// The wave that the completed query names: "n for role:raadslid in 2024".
  var wave: String? {
    let words = canonical.utf8.split(separator: 0x20)
    guard let place = words.lastIndex(where: { $0.elementsEqual("in".utf8) }),
      place + 1 < words.count
    else { return nil }
    return String(words[place + 1])
  }
}

/// An answer with its place among the answers of its question.
struct RankedAnswer {
  /// The label of the answer, of a battery that of the item.
  var label: String
  var figure: Figure
  /// The query of its figure.
  var canonical: String
  /// From 1; answers that as many people gave have the same place.
  var place: Int
  /// Whether another answer has the same place.
  var isShared: Bool
}
