import SurveyResults

/// One line for each segment of a breakdown: what may be said of an answer there.
func shares(
  of answer: String, to question: String, by name: String, in path: String
) throws
  -> [String]
{
  let results = try ResultsFile.read(path: path)
  guard let breakdown = results.breakdown(name) else { return [] }
  return try breakdown.segments.map { segment in
    let key = SegmentKey.segment(breakdown: name, id: segment.id)
    let figure = try results.figure(
      FigureRequest(question: question, answer: answer, segment: key))
    switch figure.outcome {
    case .counted(_, let quality):
      return "\(segment.plural): \(figure.percent.map { "\($0)%" } ?? "too few") (\(quality))"
    case .published(let fact): return "\(segment.plural): printed before, \(fact.content)"
    case .withheld(let reason):
      return "\(segment.plural): \(reason.explanation(under: results.policy))"
    case .unknown: return "\(segment.plural): not known"
    }
  }
}
