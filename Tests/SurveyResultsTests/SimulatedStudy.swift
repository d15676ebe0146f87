import SurveyResults

/// A study of people with a town and a role, counted here one by one, in the simplest way.
struct SimulatedStudy {
  /// One respondent: where, as what, and everything that is counted of the answer.
  struct Person {
    var town: String
    var role: String
    var answers: Set<AnswerKey>
    var number: Double?
  }

  var question: Question
  var towns: [String]
  var roles: [String]
  var people: [Person] = []
  var policy = Policy()
  var plan = [
    PublicationRule(
      questions: [], breakdowns: ["total", "town", "role"], crossings: [Crossing("town", "role")])
  ]

  init(_ question: Question, towns: [String], roles: [String]) {
    self.question = question
    self.towns = towns
    self.roles = roles
  }

  var breakdowns: [Breakdown] {
    [("town", towns), ("role", roles)].map { id, names in
      Breakdown(
        id: id, label: id, segments: names.map { Segment(id: $0, singular: $0, plural: $0) })
    }
  }

  static func town(_ id: String) -> SegmentKey { .segment(breakdown: "town", id: id) }
  static func role(_ id: String) -> SegmentKey { .segment(breakdown: "role", id: id) }
  static func both(_ town: String, _ role: String) -> SegmentKey {
    .crossing(
      SegmentPart(breakdown: "town", id: town), SegmentPart(breakdown: "role", id: role))
  }

  /// All segments, each with who is in it.
  var segments: [(key: SegmentKey, holds: (Person) -> Bool)] {
    var segments: [(key: SegmentKey, holds: (Person) -> Bool)] = [(.total, { _ in true })]
    for town in towns {
      segments.append((Self.town(town), { $0.town == town }))
      segments.append((.others(breakdown: "town", id: town), { $0.town != town }))
      for role in roles {
        segments.append((Self.both(town, role), { $0.town == town && $0.role == role }))
      }
    }
    for role in roles {
      segments.append((Self.role(role), { $0.role == role }))
      segments.append((.others(breakdown: "role", id: role), { $0.role != role }))
    }
    return segments
  }

  func counts() -> [BaseKey: BaseCounts] {
    var counts: [BaseKey: BaseCounts] = [:]
    for segment in segments {
      let inside = people.filter(segment.holds)
      var answers: [AnswerKey: AnswerCount] = [:]
      for key in question.answerKeys {
        answers[key] = .counted(inside.count { $0.answers.contains(key) }, weight: nil)
      }
      var moments: Moments?
      if question.kind == .numeric {
        var sums = Moments()
        for number in inside.compactMap(\.number) { sums.add(number) }
        moments = sums
      }
      counts[BaseKey(question: question.id, segment: segment.key, wave: "now")] = BaseCounts(
        base: inside.count, answers: answers, moments: moments.map { .counted($0) })
    }
    return counts
  }

  /// The results with the policy applied.
  func results() -> ResultsModel {
    let counts = counts()
    func took(_ segment: SegmentKey) -> Int {
      counts[BaseKey(question: question.id, segment: segment, wave: "now")]?.base ?? 0
    }
    return Self.results(
      of: counts, questions: [question], breakdowns: breakdowns, plan: plan, policy: policy,
      took: took)
  }

  /// Results of any counts.
  static func results(
    of counts: [BaseKey: BaseCounts], questions: [Question], breakdowns: [Breakdown],
    plan: [PublicationRule], policy: Policy, took: (SegmentKey) -> Int
  ) -> ResultsModel {
    let kept = Suppression(
      policy: policy, questions: questions, breakdowns: breakdowns, plan: plan
    ).apply(to: counts) { segment, _ in took(segment) }
    let segments = Set(counts.keys.map(\.segment)).sorted()
    return ResultsModel(
      study: Study(id: "study", title: "Study", language: "en", selection: .census),
      waves: [Wave(id: "now", label: "Now")], breakdowns: breakdowns, questions: questions,
      policy: policy, plan: plan, inputs: [], suppressionHash: "00",
      participation: segments.map { ("now", $0, Participation(responded: took($0))) },
      counts: kept, facts: [])
  }
}
