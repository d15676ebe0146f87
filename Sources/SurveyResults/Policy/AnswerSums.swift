/// The sums within a base that a reader knows, by the positions of answers in `Question.answerKeys`.
struct AnswerSums {
  /// Answers that add up to another, or to a known number.
  struct Sum {
    var parts: [Int]
    /// The answer that is the sum; nil if the sum is n or known in another way.
    var whole: Int?
  }

  /// A group of answers of which one person may give several.
  struct Union {
    var net: Int
    var members: [Int]
  }

  /// Sums of answers that exclude one another.
  private(set) var sums: [Sum] = []
  /// Nets of answers that do not.
  private(set) var unions: [Union] = []
  /// Answers of which one follows from the other: a net of one, two nets of the same answers, "none"
  /// and a net of all others.
  private(set) var pairs: [(one: Int, other: Int)] = []

  init(of question: Question) {
    let place = Dictionary(
      uniqueKeysWithValues: question.answerKeys.enumerated().map { ($1, $0) })
    func position(_ answer: String) -> Int? { place[AnswerKey(answer)] }
    let nets = question.nets.compactMap { net -> Union? in
      guard let place = position(net.id), !net.members.isEmpty else { return nil }
      return Union(net: place, members: net.members.compactMap(position))
    }
    switch question.kind {
    case .single, .battery, .numeric:
      let categories = question.categories.compactMap { position($0.id) }
      sums = [Sum(parts: categories, whole: nil)]
      sums += nets.map { Sum(parts: $0.members, whole: $0.net) }
    case .ranking:
      let objects = question.categories.map(\.id)
      for number in 1...max(1, question.places ?? 1) {
        // As many have a place as did not leave it open, and that is known.
        sums.append(
          Sum(
            parts: objects.compactMap { place[AnswerKey($0, places: .place(number))] },
            whole: nil))
        if number == 1 { continue }
        for object in objects {
          let parts = (1...number).compactMap { place[AnswerKey(object, places: .place($0))] }
          sums.append(Sum(parts: parts, whole: place[AnswerKey(object, places: .top(number))]))
        }
      }
    case .multiple, .open:
      unions = nets
      let none = question.categories.filter(\.isNone).compactMap { position($0.id) }
      let others = Set(
        question.categories.filter { !$0.isNone }.compactMap { position($0.id) })
      for (index, union) in nets.enumerated() {
        if Set(union.members) == others, none.count == 1 { pairs.append((union.net, none[0])) }
        if union.members.count == 1 { pairs.append((union.net, union.members[0])) }
        for other in nets[..<index] where Set(other.members) == Set(union.members) {
          pairs.append((union.net, other.net))
        }
      }
    }
  }
}
