/// A survey of 60 respondents with rankings, open answers, quotes and a crossing.
extension SmallSurvey {
  static let codes = "data/codes.csv"
  static let quotes = "data/quotes.csv"

  static var kinds: SmallSurvey {
    var survey = SmallSurvey()
    survey.files = [
      codebook: Array(kindsCodebook.utf8), answers: Array(kindsAnswers.utf8),
      codes: Array(kindsCodes.utf8), quotes: Array(kindsQuotes.utf8),
    ]
    return survey
  }

  private static let kindsCodebook = """
    study: { id: kinds, title: Kinds, language: en, selection: census }
    data: { file: answers.csv, id: nr }
    quotes: { file: quotes.csv }
    waves:
      "1": { label: one }
    breakdowns:
      role:
        label: Role
        column: role
        segments:
          mayor: { code: 1, singular: mayor, plural: mayors }
          alderman: { code: 2, singular: alderman, plural: aldermen }
          commissioner: { code: 3, singular: commissioner, plural: commissioners }
        reported: [mayor, alderman]
      town:
        label: Town
        column: town
        segments:
          north: { code: 1, singular: northern, plural: northerners }
          south: { code: 2, singular: southern, plural: southerners }
    questions:
      first:
        label: First
        text: Which matter most?
        kind: ranking
        places: 2
        columns: [p1, p2]
        categories: { speed: { label: Speed, code: 1 }, trust: { label: Trust, code: 2 }, cost: { label: Cost, code: 3 } }
        missing: [9]
      ranked:
        label: Ranked
        text: In which order?
        kind: ranking
        places: 2
        columns: { speed: r1, trust: r2, cost: r3 }
        categories: { speed: Speed, trust: Trust, cost: Cost }
      ideas:
        label: Ideas
        text: What would help?
        kind: open
        coder: human
        columns: { advice: o1, money: o2 }
        categories: { advice: Advice, money: Money }
        missing: [8]
      words:
        label: Words
        text: Three words?
        kind: open
        coder: a model
        codes: codes.csv
        categories: { kind: { label: Kind, code: 1 }, fast: { label: Fast, code: 2 } }
      hours:
        label: Hours
        text: How many hours?
        kind: numeric
        column: hours
    publish:
      - { questions: all, by: [total, role, [town, role]] }

    """

  /// Respondents 0 to 56 are mayors and aldermen of the north and the south, 57 to 59 commissioners.
  private static let kindsAnswers: String = {
    // Place columns, then ranks: a full ranking, a partial one, one with a tie, and none.
    let rankings = ["1,2,1,2,3", "2,,,1,", "3,1,1,1,2", ",9,,,"]
    let ideas = ["1,0", "0,1", "1,1", ",", "8,8"]
    let rows = (0..<60).map { number in
      let role = number >= 57 ? 3 : number % 2 + 1
      return
        "\(number),\(role),\(number % 3 / 2 + 1),\(rankings[number % 4]),\(ideas[number % 5]),"
        + "\(number % 10 == 9 ? "" : "\(number)")"
    }
    return "nr,role,town,p1,p2,r1,r2,r3,o1,o2,hours\n" + rows.joined(separator: "\n") + "\n"
  }()

  private static let kindsCodes: String = {
    let rows = (0..<30).map { "\($0);1" } + (0..<12).map { "\($0);2" } + ["0;1"]
    return "respondent;code\n" + rows.joined(separator: "\n") + "\n"
  }()

  private static let kindsQuotes = """
    question,answer,segment,text,approved_by,selection,redactions
    ideas,advice,mayor,"More advice, please.",Ann,no,
    ideas,,commissioner,We are few.,Ann,,the province
    ideas,,alderman,Nobody read this.,,,
    words,kind,mayor and north,Kind words.,Ann,yes,

    """
}
