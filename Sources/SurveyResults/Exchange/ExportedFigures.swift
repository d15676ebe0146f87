import SurveyStatistics

/// Every figure that the plan has, as the door gives it, for the export under the policy.
struct ExportedFigures {
  let model: ResultsModel

  /// One entry for each question, item, wave and segment that anything is known of.
  var results: [JSONValue] {
    model.questions.flatMap { question -> [JSONValue] in
      let items = question.items.isEmpty ? [nil] : question.items.map { Optional($0.id) }
      let segments = model.segments(of: question.id)
      return items.flatMap { item in
        model.waves.flatMap { wave in
          segments.compactMap { segment in
            entry(
              question,
              BaseKey(question: question.id, item: item, segment: segment, wave: wave.id))
          }
        }
      }
    }
  }

  private func entry(_ question: Question, _ key: BaseKey) -> JSONValue? {
    let cells = question.answerKeys.compactMap { answer -> JSONValue? in
      let request = FigureRequest(
        question: key.question, item: key.item, answer: answer.answer, segment: key.segment,
        wave: key.wave, places: answer.places)
      guard let figure = try? model.figure(request), figure.outcome != .unknown else { return nil }
      return ExportedCell(figure).json(answer)
    }
    if cells.isEmpty { return nil }
    let base = try? model.base(
      of: key.question, item: key.item, segment: key.segment, wave: key.wave)
    var keys: [(String, JSONValue?)] = [
      ("question", .text(key.question)), ("item", ExportedStudy.text(key.item)),
      ("segment", .text(key.segment.description)), ("wave", .text(key.wave)),
    ]
    switch base {
    case .counted(let n): keys.append(("n", .number(n)))
    case .below(let bound): keys.append(("below", .number(bound)))
    case .unknown, nil: break
    }
    if question.kind == .numeric,
      let mean = try? model.mean(of: question.id, segment: key.segment, wave: key.wave)
    {
      keys.append(("mean", ExportedMean(mean).json))
    }
    keys.append(("answers", .list(cells)))
    return .object(ExportedStudy.present(keys))
  }

  /// The quotes; whose words they are only where that may be said. Who allowed them stays inside.
  var quotes: [JSONValue] {
    model.questions.flatMap { question in
      model.waves.flatMap { wave in
        ((try? model.quotes(of: question.id, in: wave.id)) ?? []).map(\.json)
      }
    }
  }
}

extension QuoteFigure {
  /// The quote for programs, without the name of who allowed it.
  var json: JSONValue {
    .object(
      ExportedStudy.present([
        ("question", .text(quote.question)), ("answer", ExportedStudy.text(quote.answer)),
        ("segment", ExportedStudy.text(segment?.description)), ("wave", .text(quote.wave)),
        ("text", .text(quote.text)), ("selection", .flag(quote.isSelection)),
        ("redactions", ExportedStudy.text(quote.redactions)),
      ]))
  }
}

extension ResultsModel {
  /// The segments that the plan has of a question: the total, the segments of each breakdown, and
  /// those crossed, each in the order of the study.
  func segments(of question: String) -> [SegmentKey] {
    var segments: [SegmentKey] = isPlanned(question, by: "total") ? [.total] : []
    for breakdown in breakdowns where isPlanned(question, by: breakdown.id) {
      segments += breakdown.segments.map { .segment(breakdown: breakdown.id, id: $0.id) }
    }
    for (position, first) in breakdowns.enumerated() {
      for second in breakdowns.dropFirst(position + 1) {
        let crossing = Crossing(first.id, second.id)
        if isPlanned(question, by: crossing) { segments += self.segments(of: crossing) }
      }
    }
    return segments
  }

  /// The segments of two breakdowns crossed, by the first and then the second.
  func segments(of crossing: Crossing) -> [SegmentKey] {
    guard let first = breakdown(crossing.first), let second = breakdown(crossing.second) else {
      return []
    }
    return first.segments.flatMap { one in
      second.segments.map { other in
        .crossing(
          SegmentPart(breakdown: first.id, id: one.id),
          SegmentPart(breakdown: second.id, id: other.id))
      }
    }
  }
}
