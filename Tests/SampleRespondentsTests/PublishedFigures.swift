import SampleStudy

/// A figure of the published report that the sample respondents must reproduce.
struct PublishedFigure: Sendable, CustomStringConvertible {
  /// The id of the figure: F as the report prints it, D as it follows from a printed one.
  let id: String
  let measure: Measure
  let role: Role
  /// The accepted percentages after rounding half up; one value where the report prints a number.
  let percent: ClosedRange<Int>

  var description: String { "\(id) \(measure) \(role) \(percent)" }
}

/// Who counts for a figure, and among whom.
enum Measure: Sendable {
  /// A column that is 1, among those who were asked.
  case chosen(String)
  /// A column that is 0, among those who were asked: at least one option where it is "none".
  case notChosen(String)
  /// A single-response column with one of these codes, among those who were asked.
  case coded(String, ClosedRange<Int>)

  var column: String {
    switch self {
    case .chosen(let column), .notChosen(let column), .coded(let column, _): column
    }
  }

  func counts(_ answer: Int) -> Bool {
    switch self {
    case .chosen: answer == 1
    case .notChosen: answer == 0
    case .coded(_, let codes): codes.contains(answer)
    }
  }
}

private func exactly(
  _ percent: Int,
  _ id: String,
  _ measure: Measure,
  _ role: Role
) -> PublishedFigure {
  PublishedFigure(id: id, measure: measure, role: role, percent: percent...percent)
}

private func within(
  _ percent: ClosedRange<Int>,
  _ id: String,
  _ measure: Measure,
  _ role: Role
) -> PublishedFigure {
  PublishedFigure(id: id, measure: measure, role: role, percent: percent)
}

enum Published {
  static let figures: [PublishedFigure] = experience + support + awareness + attention

  private static let experience = [
    exactly(60, "F011", .notChosen("agr_geen"), .burgemeester),
    exactly(40, "F012", .chosen("agr_geen"), .burgemeester),
    exactly(45, "F013", .notChosen("agr_geen"), .wethouder),
    within(28...38, "F014", .notChosen("agr_geen"), .raadslid),
    within(28...38, "F015", .notChosen("agr_geen"), .statenlid),
    exactly(55, "D028", .chosen("agr_geen"), .wethouder),
    within(62...72, "D029", .chosen("agr_geen"), .raadslid),
    within(62...72, "D030", .chosen("agr_geen"), .statenlid),
    within(90...99, "F016", .notChosen("rea_geen"), .burgemeester),
    exactly(6, "F017", .chosen("rea_geen"), .burgemeester),
    exactly(73, "F018", .notChosen("rea_geen"), .wethouder),
    exactly(68, "F019", .notChosen("rea_geen"), .raadslid),
    exactly(51, "F020", .notChosen("rea_geen"), .statenlid),
    exactly(94, "D024", .notChosen("rea_geen"), .burgemeester),
    exactly(27, "D025", .chosen("rea_geen"), .wethouder),
    exactly(32, "D026", .chosen("rea_geen"), .raadslid),
    exactly(49, "D027", .chosen("rea_geen"), .statenlid),
  ]

  private static let support = [
    within(0...10, "F050", .chosen("hre_geen"), .burgemeester),
    within(0...10, "F051", .chosen("hre_geen"), .wethouder),
    within(0...10, "F052", .chosen("hre_geen"), .raadslid),
    within(0...10, "F053", .chosen("hre_geen"), .statenlid),
    exactly(41, "F054", .chosen("hre_aangifte"), .burgemeester),
    exactly(17, "F055", .chosen("hre_aangifte"), .wethouder),
    exactly(17, "F056", .chosen("hre_aangifte"), .raadslid),
    exactly(13, "F057", .chosen("hre_aangifte"), .statenlid),
    within(0...20, "F058", .chosen("hon_geen"), .burgemeester),
    within(0...20, "F059", .chosen("hon_geen"), .wethouder),
    within(0...20, "F060", .chosen("hon_geen"), .raadslid),
    within(0...20, "F061", .chosen("hon_geen"), .statenlid),
    exactly(45, "F062", .chosen("hon_ervaringen"), .burgemeester),
    exactly(31, "F063", .chosen("hon_ervaringen"), .wethouder),
    exactly(24, "F064", .chosen("hon_ervaringen"), .raadslid),
    exactly(23, "F065", .chosen("hon_ervaringen"), .statenlid),
    exactly(46, "F066", .chosen("hon_hulp"), .burgemeester),
    exactly(24, "F067", .chosen("hon_hulp"), .wethouder),
    exactly(31, "F068", .chosen("hon_hulp"), .raadslid),
    exactly(38, "F069", .chosen("hon_hulp"), .statenlid),
  ]

  private static let awareness = [
    within(51...60, "F103", .coded("bekendheid", 1...1), .wethouder),
    within(51...60, "F104", .coded("bekendheid", 1...1), .raadslid),
    within(51...60, "F105", .coded("bekendheid", 1...1), .statenlid),
    exactly(40, "F107", .coded("bekendheid", 4...4), .burgemeester),
    exactly(93, "F109", .coded("bekendheid", 2...4), .burgemeester),
    exactly(49, "F111", .coded("bekendheid", 2...4), .wethouder),
    exactly(47, "F113", .coded("bekendheid", 2...4), .raadslid),
    exactly(7, "D050", .coded("bekendheid", 1...1), .burgemeester),
    exactly(51, "D052", .coded("bekendheid", 1...1), .wethouder),
    exactly(53, "D054", .coded("bekendheid", 1...1), .raadslid),
    within(52...54, "D056", .coded("bekendheid", 2...3), .burgemeester),
    exactly(19, "F114", .chosen("dee_training"), .burgemeester),
    exactly(27, "F115", .chosen("dee_bijeenkomst"), .burgemeester),
    within(0...18, "F116", .notChosen("dee_geen"), .wethouder),
    within(0...18, "F117", .notChosen("dee_geen"), .raadslid),
    within(0...18, "F118", .notChosen("dee_geen"), .statenlid),
  ]

  private static let attention = [
    within(45...55, "F124", .coded("aandacht", 1...2), .burgemeester),
    within(45...55, "F125", .coded("aandacht", 1...2), .statenlid),
    within(28...38, "F126", .coded("aandacht", 1...2), .wethouder),
    within(28...38, "F127", .coded("aandacht", 1...2), .raadslid),
    exactly(53, "F129", .coded("aandacht", 1...2), .burgemeester),
    exactly(31, "F131", .coded("aandacht", 1...2), .raadslid),
    exactly(35, "F133", .coded("aandacht", 1...2), .wethouder),
  ]
}
