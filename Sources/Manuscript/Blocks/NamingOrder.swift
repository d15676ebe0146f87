import SurveyResults
import SurveyStatistics

/// The answers of a group in the order of how many gave them.
///
/// Counts are compared, not percentages; answers with the same count share a rung. Nothing is said
/// where the base is too small for a figure, or where an answer is withheld that could stand anywhere.
struct NamingOrder {
  /// The answers, those that most gave first; those of one rung were given by as many.
  private(set) var rungs: [[String]] = []
  /// The answers whose counts may be said, those that nobody gave too.
  private(set) var counted: Set<String> = []
  /// Whether the order may be said.
  private(set) var isKnown = false

  /// Orders the answers of a question; "none", "don't know" and rests stay out.
  init(
    of question: Question, for segment: SegmentKey, in wave: String, results: ResultsModel
  ) {
    var counts: [(answer: String, count: Int)] = []
    for category in question.categories
    where !category.isNone && !category.isDontKnow && !category.isRest {
      let request = FigureRequest(
        question: question.id, answer: category.id, segment: segment, wave: wave)
      guard let figure = try? results.figure(request) else { return }
      switch figure.outcome {
      case .counted(let proportion, let quality):
        if quality == .insufficient { return }
        counted.insert(category.id)
        if proportion.count > 0 { counts.append((category.id, proportion.count)) }
      // Hardly anybody gave it, or hardly anybody did not: it could stand anywhere.
      case .withheld, .published, .unknown: return
      }
    }
    let sorted = counts.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }.map(\.element)
    var countOfRung: Int?
    for entry in sorted {
      if entry.count == countOfRung {
        rungs[rungs.count - 1].append(entry.answer)
      } else {
        rungs.append([entry.answer])
      }
      countOfRung = entry.count
    }
    isKnown = !rungs.isEmpty
  }
}
