import Diagnostics
import DocumentTree
import ReportSpec
import SurveyResults
import SurveyStatistics

extension BlockComposer {
  /// The words of an open question in clusters: those that most people named first, and in each the
  /// words in the order of the codebook. A cluster whose count is withheld is left out.
  mutating func keywords(
    _ spec: KeywordsSpec, at range: SourceRange, in scope: Scope, into log: inout DiagnosticLog
  ) -> [Block] {
    let selection = ResultSelection(
      question: spec.question, segments: spec.segment.map { [$0] })
    guard let selected = select(selection, at: range, in: scope, into: &log) else { return [] }
    let question = selected.question
    let categories = Set(question.categories.map(\.id))
    let clusters = question.nets.filter { net in
      net.members.count > 1 && net.members.allSatisfy(categories.contains)
        && net.members.count < categories.count - 1
    }
    if clusters.isEmpty {
      log.report(
        .noClusters(question.id, at: (spec.question ?? scope.question)?.range ?? range))
      return []
    }
    let segment =
      spec.segment == nil ? scope.this ?? scope.segment ?? .total : selected.segments[0]
    let counted = clusters.compactMap { net in
      count(of: net.id, question, segment, wave: selected.waves[0]).map { (net, $0) }
    }
    if counted.isEmpty {
      log.report(.nothingToShow(at: range))
      return []
    }
    let ordered = counted.enumerated().sorted {
      ($1.element.1, $0.offset) < ($0.element.1, $1.offset)
    }.map(\.element.0)
    let items = ordered.map { net -> [Block] in
      let words = net.members.compactMap { member in
        question.categories.first { $0.id == member }?.label
      }
      let text = [
        Inline(net.label, .strong, origin: .label), Inline("\n", origin: .label),
        Inline(words.joined(separator: ", "), origin: .label),
      ]
      return [Block(.paragraph(text), range: range)]
    }
    return listTitle(spec.title, at: range, in: scope, into: &log) + [
      Block(.list(List(items: items)), range: range)
    ]
  }

  /// How many gave an answer; nil where that may not be said.
  private func count(
    of answer: String, _ question: Question, _ segment: SegmentKey, wave: String
  ) -> Int? {
    let request = FigureRequest(
      question: question.id, answer: answer, segment: segment, wave: wave)
    return (try? results.figure(request))?.proportion?.count
  }
}
