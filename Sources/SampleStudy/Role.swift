/// The office of a respondent; the raw value is the code in column `rol`.
public enum Role: Int, CaseIterable, Sendable {
  case burgemeester = 1
  case wethouder
  case raadslid
  case statenlid
  case commissaris
  case gedeputeerde

  /// How many people of this office answered in the published study.
  public var respondents: Int {
    switch self {
    case .burgemeester: 113
    case .wethouder: 241
    case .raadslid: 1081
    case .statenlid: 114
    case .commissaris: 4
    case .gedeputeerde: 5
    }
  }

  /// The name in the survey file.
  var label: String {
    switch self {
    case .commissaris: "commissaris van de Koning"
    default: "\(self)"
    }
  }

  /// Whether the report speaks of this office; of the two others only that they took part.
  var isReported: Bool { self != .commissaris && self != .gedeputeerde }
}

/// One value for each office, so that no table can leave one out.
struct PerRole<Value: Sendable>: Sendable {
  let burgemeester: Value
  let wethouder: Value
  let raadslid: Value
  let statenlid: Value
  let commissaris: Value
  let gedeputeerde: Value

  /// The value of one office.
  subscript(role: Role) -> Value {
    switch role {
    case .burgemeester: burgemeester
    case .wethouder: wethouder
    case .raadslid: raadslid
    case .statenlid: statenlid
    case .commissaris: commissaris
    case .gedeputeerde: gedeputeerde
    }
  }
}
