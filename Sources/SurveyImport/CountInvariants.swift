import Diagnostics
import SurveyResults

/// What every count must be, whatever it comes from; checked before the policy is applied.
struct CountInvariants {
  let codebook: Codebook
  let survey: CountedSurvey

  /// Reports each count that cannot be, with question, answer and segment.
  func check(into log: inout DiagnosticLog) {
    let coded = Dictionary(
      codebook.questions.map { ($0.question.id, $0) }, uniquingKeysWith: { first, _ in first })
    for (key, base) in survey.counts.sorted(by: { $0.key < $1.key }) {
      // Complements are sums of segments, which are looked at themselves.
      if case .others = key.segment { continue }
      guard let question = coded[key.question] else { continue }
      var base = CheckedBase(
        key: key, counts: base, question: question.question,
        range: survey.places[key] ?? question.range)
      base.responded = survey.responded[key.wave]?[key.segment]
      base.check()
      for diagnostic in base.log.diagnostics { log.report(diagnostic) }
    }
  }

  /// One base while it is looked at.
  private struct CheckedBase {
    let key: BaseKey
    let counts: BaseCounts
    let question: Question
    let range: SourceRange
    var responded: Int?
    var log = DiagnosticLog()

    init(key: BaseKey, counts: BaseCounts, question: Question, range: SourceRange) {
      self.key = key
      self.counts = counts
      self.question = question
      self.range = range
    }

    private func count(_ answer: AnswerKey) -> Int {
      if case .counted(let count, _) = counts.answers[answer] { count } else { 0 }
    }

    private func count(_ answer: String) -> Int { count(AnswerKey(answer)) }

    mutating func report(_ answer: String?, _ rule: String) {
      log.report(
        .impossibleCount(rule, answer: answer, of: key.question, key.segment, at: range))
    }

    mutating func check() {
      let n = counts.base
      for answer in question.answerKeys where !(0...n).contains(count(answer)) {
        report(answer.answer, "\(count(answer)) of \(n)")
      }
      let missing = counts.missing.values.reduce(0, +)
      if n + missing != counts.asked {
        report(nil, "\(n) answered and \(missing) did not, of \(counts.asked) who were asked")
      }
      if let responded, counts.asked > responded {
        report(nil, "\(counts.asked) were asked, and \(responded) took part")
      }
      switch question.kind {
      case .single, .battery: checkParts(n)
      case .numeric: if counts.moments == nil { checkParts(n) }
      case .multiple, .open: checkUnions(n)
      case .ranking: checkPlaces(n)
      }
    }

    private mutating func checkParts(_ n: Int) {
      let sum = question.categories.reduce(0) { $0 + count($1.id) }
      if sum != n { report(nil, "the answers add up to \(sum), and \(n) answered") }
      for net in question.nets {
        let sum = net.members.reduce(0) { $0 + count($1) }
        if sum != count(net.id) {
          report(net.id, "\(count(net.id)), and its answers add up to \(sum)")
        }
      }
    }

    private mutating func checkUnions(_ n: Int) {
      let none = question.categories.filter(\.isNone)
      let sum = question.categories.reduce(0) { $0 + count($1.id) }
      if question.kind == .multiple, !none.isEmpty, sum < n {
        report(nil, "the answers add up to \(sum), and each of \(n) gave one at least")
      }
      for net in question.nets {
        let counts = net.members.map { count($0) }
        let found = count(net.id)
        if found > counts.reduce(0, +) || found < (counts.max() ?? 0) {
          report(
            net.id,
            "\(found), and its answers are \(counts.map(String.init).joined(separator: ", "))")
        }
      }
    }

    /// Without ties and open places the first places add up to n.
    private mutating func checkPlaces(_ n: Int) {
      let objects = question.categories.map(\.id)
      let isWhole = count(BuiltInNets.tied) == 0 && count(BuiltInNets.partial) == 0
      let first = objects.reduce(0) { $0 + count(AnswerKey($1, places: .place(1))) }
      if isWhole ? first != n : first > n && count(BuiltInNets.tied) == 0 {
        report(nil, "the first places add up to \(first), and \(n) put objects in order")
      }
      guard let most = question.places, most > 1 else { return }
      for object in objects {
        for last in 2...most {
          let sum = (1...last).reduce(0) { $0 + count(AnswerKey(object, places: .place($1))) }
          let top = count(AnswerKey(object, places: .top(last)))
          if sum != top { report(object, "\(top) in the top \(last), and at its places \(sum)") }
        }
      }
    }
  }
}
