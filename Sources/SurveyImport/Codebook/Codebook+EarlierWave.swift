import Diagnostics
import SurveyFiles
import SurveyResults

extension Codebook {
  /// The codebook as it holds for the file of an earlier wave: the questions whose columns the file
  /// has, with their filters. Codes that stand in a file of their own are those of the current wave.
  func asked(in dictionary: SurveyDictionary, of file: LocatedText) -> Codebook {
    let known = Set(dictionary.variables.map(\.name))
    var codebook = self
    codebook.dataFile = file
    codebook.questions = questions.filter { coded in
      if case .codes = coded.source { return false }
      return coded.source.columns.allSatisfy { known.contains($0.text) }
    }
    var count = 0
    // A question goes with its filter, and that with its own.
    while codebook.questions.count != count {
      count = codebook.questions.count
      let asked = Set(codebook.questions.map(\.question.id))
      codebook.questions.removeAll { coded in
        coded.filterParts.map { !asked.contains($0.question) } ?? false
      }
    }
    return codebook
  }
}

extension CodedQuestion.Source {
  /// The columns of a survey file that have the answers.
  var columns: [LocatedText] {
    switch self {
    case .column(let column): [column]
    case .answers(let answers): answers.map(\.column)
    case .mentions(let columns), .places(let columns): columns
    case .items(let items): items.map(\.column)
    case .ranks(let ranks): ranks.map(\.column)
    case .codes, .tables: []
    }
  }
}
