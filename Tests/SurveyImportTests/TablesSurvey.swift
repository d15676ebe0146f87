/// A survey of which there are tables only, for two waves.
extension SmallSurvey {
  static let cohorts = "data/cohorts.csv"

  static var tables: SmallSurvey {
    var survey = SmallSurvey()
    survey.files = [
      codebook: Array(tablesCodebook.utf8), answers: Array(tablesRows.utf8),
      cohorts: Array(tablesCohorts.utf8),
    ]
    return survey
  }

  private static let tablesCodebook = """
    study: { id: tables, title: Tables, language: en, selection: census }
    data: { tables: answers.csv }
    cohorts: { file: cohorts.csv }
    waves:
      "2": { label: two }
      "1": { label: one }
    breakdowns:
      role:
        label: Role
        segments:
          mayor: { singular: mayor, plural: mayors }
          alderman: { singular: alderman, plural: aldermen }
          commissioner: { singular: commissioner, plural: commissioners }
        reported: [mayor, alderman]
    questions:
      forms:
        label: Forms
        text: Which forms?
        kind: multiple
        categories: { threat: Threat, abuse: Abuse, none: { label: None, none: true } }
        nets: { any: { label: Any, of: [threat, abuse] } }
      known:
        label: Known
        text: Do you know it?
        kind: single
        categories: { well: Well, little: A little, no: "No" }
        nets: { some: { label: Some, of: [well, little] } }
      views:
        label: Views
        text: What do you think?
        kind: battery
        items: { left: { label: Left } }
        categories: { agree: Agree, disagree: Disagree }
      first:
        label: First
        text: What matters?
        kind: ranking
        places: 2
        categories: { speed: Speed, trust: Trust }

    """

  private static let tablesRows = """
    question;item;category;place;segment;wave;n;k
    forms;;threat;;mayor;2;113;60
    forms;;abuse;;mayor;2;113;30
    forms;;none;;mayor;2;113;45
    forms;;threat;;alderman;2;241;100
    forms;;abuse;;alderman;2;241;50
    forms;;none;;alderman;2;241;133
    forms;;threat;;commissioner;2;4;3
    forms;;abuse;;commissioner;2;4;1
    forms;;none;;commissioner;2;4;1
    forms;;threat;;mayor;1;100;30
    forms;;abuse;;mayor;1;100;20
    forms;;none;;mayor;1;100;61
    known;;well;;mayor;2;113;40
    known;;little;;mayor;2;113;33
    known;;no;;mayor;2;113;40
    known;;well;;alderman;2;240;80
    known;;little;;alderman;2;240;80
    known;;no;;alderman;2;240;80
    known;;well;;total;2;353;120
    known;;little;;total;2;353;113
    known;;no;;total;2;353;120
    views;left;agree;;total;2;350;200
    views;left;disagree;;total;2;350;150
    first;;speed;1;total;2;300;180
    first;;trust;1;total;2;300;120
    first;;speed;2;total;2;300;100
    first;;trust;2;total;2;300;150
    first;;partial;;total;2;300;50

    """

  private static let tablesCohorts = """
    segment,wave,population,invited,responded
    mayor,2,342,338,114
    alderman,2,1311,1311,241
    mayor,1,352,350,100

    """
}
