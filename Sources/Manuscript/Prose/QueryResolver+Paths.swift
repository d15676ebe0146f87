import Diagnostics
import ReportSpec
import SurveyResults

/// Question, item and answer of a query, all of them known to the results.
struct AnswerPath {
  var question: Question
  var item: String?
  var answer: String
}

extension QueryResolver {
  /// Looks one to three names up, the first fault reported at its word.
  func path(
    _ names: [Query.Name], in scope: Scope, at source: SpecQuery, into log: inout DiagnosticLog
  ) -> AnswerPath? {
    guard let answer = names.last,
      let (question, item) = owner(of: names, in: scope, at: source, into: &log)
    else { return nil }
    var chosen: String?
    if let item {
      chosen = known(item, itemOf: question, at: source, into: &log)
      if chosen == nil { return nil }
    } else if !question.items.isEmpty {
      let items = question.items.map(\.id)
      guard let scoped = scope.item, items.contains(scoped) else {
        let place = source.range(ofUTF8: answer.bytes)
        log.report(.refused(.missingItem(of: question.id, known: items), at: place))
        return nil
      }
      chosen = scoped
    }
    let answers = question.answerNames
    guard answers.contains(answer.text) else {
      log.report(
        .refused(
          .unknownAnswer(answer.text, of: question.id, known: answers),
          at: source.range(ofUTF8: answer.bytes)))
      return nil
    }
    return AnswerPath(question: question, item: chosen, answer: answer.text)
  }

  /// The question of a path, and the name of its item if the path has one.
  private func owner(
    of names: [Query.Name], in scope: Scope, at source: SpecQuery, into log: inout DiagnosticLog
  ) -> (question: Question, item: Query.Name?)? {
    let heading = scope.question.flatMap { results.question($0.text) }
    if names.count == 2, results.question(names[0].text) == nil, let heading,
      heading.items.contains(where: { $0.id == names[0].text })
    {
      return (heading, names[0])
    }
    if names.count > 1 {
      guard let question = question(names[0], at: source, into: &log) else { return nil }
      return (question, names.count == 3 ? names[1] : nil)
    }
    if let heading { return (heading, nil) }
    if let named = scope.question {
      log.report(
        .refused(.unknownQuestion(named.text, known: results.questions.map(\.id)), at: named.range))
    } else {
      let near = results.questions.filter { $0.answerNames.contains(names[0].text) }.prefix(2)
        .map { "\($0.id).\(names[0].text)" }
      log.report(.noQuestion(near: near, at: source.range(ofUTF8: names[0].bytes)))
    }
    return nil
  }

  /// The question with a name; reports one that the results do not have.
  func question(
    _ name: Query.Name, at source: SpecQuery, into log: inout DiagnosticLog
  ) -> Question? {
    if let question = results.question(name.text) { return question }
    let known = results.questions.map(\.id)
    log.report(
      .refused(.unknownQuestion(name.text, known: known), at: source.range(ofUTF8: name.bytes)))
    return nil
  }

  /// The name of an item; reports one that the question does not have.
  func known(
    _ item: Query.Name, itemOf question: Question, at source: SpecQuery,
    into log: inout DiagnosticLog
  ) -> String? {
    let items = question.items.map(\.id)
    if items.contains(item.text) { return item.text }
    let place = source.range(ofUTF8: item.bytes)
    if items.isEmpty {
      log.report(.noItems(question.id, at: place))
    } else {
      log.report(.refused(.unknownItem(item.text, of: question.id, known: items), at: place))
    }
    return nil
  }
}

extension Question {
  /// The names of all answers: categories and nets.
  var answerNames: [String] { categories.map(\.id) + nets.map(\.id) }
}
