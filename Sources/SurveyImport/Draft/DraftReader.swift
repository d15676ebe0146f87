import SurveyFiles

/// Sees questions in the variables of a survey file.
///
/// What the file says (sets, value labels, measures) is taken as it is. Where it says nothing, as text
/// files do, the kind is guessed from the values and the names, and the guess is stated.
struct DraftReader {
  private let dictionary: SurveyDictionary
  private let scan: VariableScan
  private var names = NameMaker()
  private var questions: [DraftQuestion] = []
  private var taken: Set<String> = []

  /// A column of unlabelled codes has at most so many distinct ones.
  private static let codeBound = 12

  init(_ dictionary: SurveyDictionary, _ scan: VariableScan) {
    self.dictionary = dictionary
    self.scan = scan
  }

  /// The questions in the order of the file; a set stands where its first variable stands.
  mutating func read() -> [DraftQuestion] {
    if let weight = dictionary.weight { taken.insert(weight) }
    for (position, variable) in dictionary.variables.enumerated() {
      if taken.contains(variable.name) { continue }
      let sets = dictionary.sets.filter { $0.variables.contains(variable.name) }
      if sets.isEmpty {
        read(position)
      } else {
        for set in sets where !set.variables.contains(where: taken.contains) { add(set) }
        taken.formUnion(sets.flatMap(\.variables))
      }
    }
    return questions
  }

  private mutating func add(
    _ name: String, label: String, _ form: DraftQuestion.Form, guess: String? = nil
  ) {
    let id = names.name(for: name, code: name)
    questions.append(
      DraftQuestion(name: id, label: label.isEmpty ? name : label, form: form, guess: guess))
  }

  private mutating func add(_ set: MultipleResponseSet) {
    let positions = set.variables.compactMap { name in
      dictionary.variables.firstIndex { $0.name == name }
    }
    switch set.form {
    case .dichotomies(let counted):
      add(
        set.name, label: set.label,
        .multiple(
          columns: named(positions), chosen: counted.code == "1" ? nil : counted.code))
    case .categories:
      add(
        set.name, label: set.label,
        .mentions(columns: set.variables, answers: answers(of: positions)))
    }
  }

  private mutating func read(_ position: Int) {
    let variable = dictionary.variables[position]
    let group = self.group(from: position)
    taken.formUnion(group.map { dictionary.variables[$0].name })
    let guess = variable.labels.isEmpty ? "guessed from the values" : nil
    if group.count > 1 {
      let name = Self.stem(of: variable.name)
      if isFlags(position) {
        add(
          name, label: name, .multiple(columns: named(group), chosen: nil),
          guess: "columns of 0 and 1 side by side")
      } else {
        add(
          name, label: name, .battery(items: named(group), answers: answers(of: group)),
          guess: "columns with the same \(guess == nil ? "labels" : "stem") side by side")
      }
      return
    }
    guard let values = scan.answers(of: position, variable) else {
      add(variable.name, label: variable.label, unlisted(position))
      return
    }
    if !variable.labels.isEmpty || (!values.isEmpty && values.count <= Self.codeBound) {
      add(
        variable.name, label: variable.label,
        .single(column: variable.name, answers: answers(of: [position])), guess: guess)
    } else {
      add(variable.name, label: variable.label, unlisted(position), guess: guess)
    }
  }

  /// A column of many values: a number in bands, or nothing that can be counted.
  private func unlisted(_ position: Int) -> DraftQuestion.Form {
    let variable = dictionary.variables[position]
    let values = scan.answers(of: position, variable)
    if values?.isEmpty == true { return .none(column: variable.name, reason: "empty") }
    let isWhole = values?.allSatisfy { $0.number?.rounded() == $0.number } ?? true
    if let values, values.count == scan.respondents, isWhole || values.first?.number == nil {
      return .none(column: variable.name, reason: "another value for every respondent")
    }
    let bands = scan.bands(of: position, variable)
    if bands.isEmpty {
      return .none(column: variable.name, reason: "texts, or too many values")
    }
    return .numeric(column: variable.name, bands: bands, isWhole: isWhole)
  }

  /// The variables from a position on that make one question: equal labels, or equal stems and codes.
  private func group(from position: Int) -> [Int] {
    var group = [position]
    let first = dictionary.variables[position]
    for next in dictionary.variables.indices.dropFirst(position + 1) {
      let variable = dictionary.variables[next]
      let isFree =
        !taken.contains(variable.name)
        && !dictionary.sets.contains { $0.variables.contains(variable.name) }
      guard isFree, variable.labels == first.labels, variable.missing == first.missing,
        Self.stem(of: variable.name) == Self.stem(of: first.name),
        isFlags(next) == isFlags(position), isCoded(next)
      else { break }
      group.append(next)
    }
    return isCoded(position) ? group : [position]
  }

  private func isCoded(_ position: Int) -> Bool {
    let variable = dictionary.variables[position]
    if !variable.labels.isEmpty { return true }
    let values = scan.answers(of: position, variable)
    return values.map { (1...Self.codeBound).contains($0.count) } ?? false
  }

  private func isFlags(_ position: Int) -> Bool {
    let variable = dictionary.variables[position]
    guard let values = scan.answers(of: position, variable), !values.isEmpty else { return false }
    return values.allSatisfy { ["0", "1"].contains($0.code) }
      && variable.labels.allSatisfy { ["0", "1"].contains($0.value.code) }
  }

  /// The name without what tells variables of a group apart: `agr_verbal` and `agr_2` have `agr`.
  private static func stem(of name: String) -> String {
    if let line = name.lastIndex(of: "_"), line != name.startIndex {
      return String(name[..<line])
    }
    let letters = name.reversed().drop { $0.isNumber }.reversed()
    return letters.isEmpty ? name : String(letters)
  }

  private func named(_ positions: [Int]) -> [(name: String, label: String, column: String)] {
    var names = NameMaker()
    return positions.map { position in
      let variable = dictionary.variables[position]
      let label = variable.label.isEmpty ? variable.name : variable.label
      return (names.name(for: label, code: variable.name), label, variable.name)
    }
  }

  private func answers(of positions: [Int]) -> FileAnswers {
    guard let first = positions.first else { return FileAnswers(SurveyVariable(name: "")) }
    let variable = dictionary.variables[first]
    var others: [SurveyValue] = []
    for position in positions {
      for value in scan.answers(of: position, variable) ?? [] where !others.contains(value) {
        others.append(value)
      }
    }
    return FileAnswers(variable, others: others)
  }
}
