import SurveyResults

/// Looks for the query that gives a number which nobody vouches for.
///
/// The heading's question and the people named in the text come first; another question is proposed
/// only if the text has a word of its answers.
struct QueryProposal: Sendable {
  let results: ResultsModel
  let wording: any Wording
  let currentWave: String
  /// What the people of each segment are called, folded.
  private let names: [(names: [String], key: SegmentKey)]

  init(results: ResultsModel, wording: any Wording, currentWave: String) {
    self.results = results
    self.wording = wording
    self.currentWave = currentWave
    names = results.breakdowns.flatMap { breakdown in
      breakdown.segments.map { segment in
        (
          [segment.singular, segment.plural].map(AcceptedWords.folded),
          .segment(breakdown: breakdown.id, id: segment.id)
        )
      }
    }
  }

  /// The query; nil if no figure that may be printed gives the number.
  func query(for number: StatedNumber, in words: [ProseToken], _ scope: Surroundings) -> String? {
    let segments = self.segments(near: number, in: words, scope)
    switch number.kind {
    case .percentage:
      guard let percent = percent(of: number.text) else { return nil }
      return share(near: words, of: segments, scope) { wording.percent($0) == percent }
    case .words:
      guard let meaning = wording.accepted.meaning(of: number.text), scope.question != nil else {
        return nil
      }
      return share(near: words, of: segments, scope, others: false) { figure in
        figure.exactPercent.map(meaning.contains) ?? false
      }
    case .count: return count(number.text, of: segments, scope)
    default: return nil
    }
  }

  private func percent(of text: String) -> String? {
    let digits = text.filter { $0.isNumber || "<>".contains($0) }
    return digits.isEmpty || text.contains(",") || text.contains(".") ? nil : digits + "%"
  }
}

// MARK: - People

extension QueryProposal {
  /// The segments that a text names, the nearest to the number first, then the heading's and everybody.
  private func segments(
    near number: StatedNumber, in words: [ProseToken], _ scope: Surroundings
  ) -> [SegmentKey] {
    var named: [(distance: Int, key: SegmentKey)] = []
    let place = words.firstIndex { $0.bytes.overlaps(number.bytes) } ?? 0
    for (names, key) in names {
      var nearest: Int?
      for index in words.indices where names.contains(words[index].folded) {
        // "60% van de burgemeesters": people behind a number are nearer than those before it.
        let distance = index > place ? index - place : place - index + 1
        nearest = min(nearest ?? distance, distance)
      }
      if let nearest { named.append((nearest, key)) }
    }
    var keys = named.sorted { $0.distance < $1.distance }.map(\.key)
    for key in [scope.segment, .total].compactMap({ $0 }) where !keys.contains(key) {
      keys.append(key)
    }
    return keys
  }

  private func suffix(_ segment: SegmentKey, _ scope: Surroundings) -> String {
    guard case .segment(_, let id) = segment, segment != scope.segment else {
      return segment == .total && scope.segment != nil ? " for total" : ""
    }
    let bare = try? results.segment(named: id)
    return " for \(bare == segment ? id : segment.description)"
  }
}

// MARK: - Shares

extension QueryProposal {
  private func share(
    near words: [ProseToken], of segments: [SegmentKey], _ scope: Surroundings,
    others: Bool = true, _ fits: (Figure) -> Bool
  ) -> String? {
    var best: (score: Int, query: String)?
    let spoken = Set(words.map(\.folded).filter { $0.count >= Self.longWord })
    for question in results.questions where others || question.id == scope.question {
      let isHeading = question.id == scope.question
      let items = question.items.isEmpty ? [nil] : question.items.map { Optional($0) }
      for (position, segment) in segments.enumerated() {
        for item in items {
          for answer in question.answerNames {
            let common = overlap(
              spoken, label(of: answer, in: question), item?.label ?? "", question.label)
            guard isHeading || common > 0 else { continue }
            let score = (isHeading ? 100 : 0) - 10 * position + 5 * common
            if let best, best.score >= score { continue }
            let request = FigureRequest(
              question: question.id, item: item?.id, answer: answer, segment: segment,
              wave: currentWave)
            guard let figure = try? results.figure(request), fits(figure) else { continue }
            let path = [isHeading ? nil : question.id, item?.id, answer].compactMap { $0 }
            best = (score, path.joined(separator: ".") + suffix(segment, scope))
          }
        }
      }
    }
    return best?.query
  }

  private func label(of answer: String, in question: Question) -> String {
    question.categories.first { $0.id == answer }?.label
      ?? question.nets.first { $0.id == answer }?.label ?? answer
  }

  /// Words of so many letters tell what a text is about.
  private static let longWord = 5

  /// How many long words of some labels are spoken.
  private func overlap(_ spoken: Set<String>, _ labels: String...) -> Int {
    let known = labels.flatMap { ProseToken.tokens(of: $0).map(\.folded) }
    return Set(known.filter { $0.count >= Self.longWord }).intersection(spoken).count
  }
}

// MARK: - Counts

extension QueryProposal {
  private func count(
    _ text: String, of segments: [SegmentKey], _ scope: Surroundings
  ) -> String? {
    guard let number = Int(text.filter(\.isNumber)) else { return nil }
    for segment in segments {
      let suffix = suffix(segment, scope)
      if let people = results.participation(of: segment, in: currentWave) {
        if people.responded == number { return "n\(suffix)" }
        if people.population == number { return "population\(suffix)" }
        if people.invited == number { return "invited\(suffix)" }
      }
      guard let question = scope.question.flatMap(results.question) else { continue }
      let item = question.items.first?.id
      let base = try? results.base(
        of: question.id, item: item, segment: segment, wave: currentWave)
      if base == .counted(number) {
        return
          "base of \(([question.id] + [item].compactMap { $0 }).joined(separator: "."))\(suffix)"
      }
    }
    return nil
  }
}
