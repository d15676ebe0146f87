import SurveyStatistics

/// What programs are told of a figure.
///
/// A figure that is withheld, or on a base that is too small, has a quality and no number.
struct ExportedCell {
  /// The quality of a counted figure, or `published`, `withheld`, `unknown`.
  var quality: String
  /// The whole percentage, weighted if the study is.
  var percent: Int?
  /// Those who gave the answer, and the base; not weighted.
  var count: Int?
  var base: Int?
  /// Kish's effective base of a weighted figure, in tenths.
  var effectiveBase: Int?
  /// The 95 % interval in tenths of a percent.
  var low: Int?
  var high: Int?
  /// Why it is withheld, which place it has, or where it went.
  var reason: String?

  init(_ figure: Figure) {
    percent = figure.percent
    switch figure.outcome {
    case .counted(_, let quality):
      self.quality = quality.rawValue
      count = figure.proportion?.count
      base = figure.proportion?.base
      if figure.proportion != nil, let interval = figure.interval {
        low = Rounding.units(interval.lowerBound, decimals: 1)
        high = Rounding.units(interval.upperBound, decimals: 1)
        effectiveBase = figure.effectiveBase.flatMap { Rounding.units($0, decimals: 1) }
      }
    case .published(let fact):
      quality = "published"
      base = fact.base
      switch fact.content {
      case .percent: break
      case .rank(let place): reason = "place \(place)"
      case .direction(let isLower): reason = isLower ? "lower" : "higher"
      }
    case .withheld(let withholding):
      quality = "withheld"
      reason = withholding.rawValue
    case .unknown: quality = "unknown"
    }
  }

  /// The cell in JSON; `answer` names it where the table does not.
  func json(_ answer: AnswerKey? = nil) -> JSONValue {
    .object(
      ExportedStudy.present([
        ("answer", ExportedStudy.text(answer?.answer)),
        ("first_place", ExportedStudy.number(answer?.places?.first)),
        ("last_place", ExportedStudy.number(answer?.places?.last)),
        ("quality", .text(quality)), ("percent", ExportedStudy.number(percent)),
        ("count", ExportedStudy.number(count)), ("base", ExportedStudy.number(base)),
        ("effective_base", effectiveBase.map { .decimal(Double($0) / 10) }),
        ("interval", interval), ("reason", ExportedStudy.text(reason)),
      ]))
  }

  private var interval: JSONValue? {
    guard let low, let high else { return nil }
    return .list([.decimal(Double(low) / 10), .decimal(Double(high) / 10)])
  }
}

/// What programs are told of a mean.
struct ExportedMean {
  var quality: String
  /// Mean, standard deviation and the 95 % interval in hundredths.
  var mean: Int?
  var deviation: Int?
  var low: Int?
  var high: Int?
  var base: Int?
  var reason: String?

  init(_ figure: MeanFigure) {
    switch figure.outcome {
    case .counted(_, let quality):
      self.quality = quality.rawValue
      base = figure.moments?.count
      mean = figure.mean.flatMap { Rounding.units($0, decimals: 2) }
      deviation = figure.standardDeviation.flatMap { Rounding.units($0, decimals: 2) }
      low = figure.interval.flatMap { Rounding.units($0.lowerBound, decimals: 2) }
      high = figure.interval.flatMap { Rounding.units($0.upperBound, decimals: 2) }
    case .withheld(let withholding):
      quality = "withheld"
      reason = withholding.rawValue
    case .unknown: quality = "unknown"
    }
  }

  var json: JSONValue {
    func hundredths(_ units: Int?) -> JSONValue? { units.map { .decimal(Double($0) / 100) } }
    let bounds = [low, high].compactMap(hundredths)
    return .object(
      ExportedStudy.present([
        ("quality", .text(quality)), ("mean", hundredths(mean)),
        ("standard_deviation", hundredths(deviation)), ("base", ExportedStudy.number(base)),
        ("interval", bounds.count == 2 ? .list(bounds) : nil),
        ("reason", ExportedStudy.text(reason)),
      ]))
  }
}
