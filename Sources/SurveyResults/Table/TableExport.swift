import SurveyStatistics

extension ResultsTable {
  /// The table for a spreadsheet: a header, then one line for each answer and segment (RFC 4180).
  ///
  /// The columns are question, item, wave, answer, label, kind, segment, percent, count, base, quality
  /// and reason. Where the door gives no number there is none: the quality says `insufficient`,
  /// `withheld` (with the reason), `published` or `unknown`.
  public var csv: String {
    let head = [
      "question", "item", "wave", "answer", "label", "kind", "segment", "percent", "count", "base",
      "quality", "reason",
    ]
    let body = rows.flatMap { row in
      row.figures.map { figure -> [String] in
        let cell = ExportedCell(figure)
        return [
          question.id, item?.id ?? "", wave.id, row.answer, row.label,
          row.isNet ? "net" : "category", figure.request.segment.description,
          cell.percent.map { "\($0)" } ?? "", cell.count.map { "\($0)" } ?? "",
          cell.base.map { "\($0)" } ?? "", cell.quality, cell.reason ?? "",
        ]
      }
    }
    return ([head] + body).map { line in
      line.map(Self.quoted).joined(separator: ",") + "\n"
    }.joined()
  }

  private static func quoted(_ field: String) -> String {
    guard field.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else {
      return field
    }
    let inner = field.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + inner.joined(separator: "\"\"") + "\""
  }

  /// The table as one JSON object; its keys always stand in the same order.
  public var json: String {
    let columns = self.columns.map { column -> JSONValue in
      var keys: [(String, JSONValue)] = [
        ("segment", .text(column.segment.description)), ("label", .text(column.label)),
      ]
      switch column.base {
      case .counted(let n): keys.append(("n", .number(n)))
      case .below(let bound): keys.append(("below", .number(bound)))
      case .unknown: break
      }
      return .object(keys)
    }
    let rows = self.rows.map { row -> JSONValue in
      .object([
        ("answer", .text(row.answer)), ("label", .text(row.label)), ("net", .flag(row.isNet)),
        ("cells", .list(row.figures.map { ExportedCell($0).json })),
      ])
    }
    return JSONValue.object([
      ("question", .text(question.id)), ("item", .optional(item?.id)),
      ("label", .text(question.label)), ("text", .text(question.text)),
      ("wave", .text(wave.id)), ("breakdown", .optional(breakdown?.id)),
      ("columns", .list(columns)), ("rows", .list(rows)),
    ]).text() + "\n"
  }
}

/// What programs are told of a figure.
struct ExportedCell {
  var percent: Int?
  var count: Int?
  var base: Int?
  /// The quality of a counted figure, or `published`, `withheld`, `unknown`.
  var quality: String
  /// Why it is withheld, which place it has, or where it went.
  var reason: String?

  init(_ figure: Figure) {
    percent = figure.percent
    switch figure.outcome {
    case .counted(_, let quality):
      self.quality = quality.rawValue
      count = figure.proportion?.count
      base = figure.proportion?.base
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

  var json: JSONValue {
    var keys: [(String, JSONValue)] = [("quality", .text(quality))]
    if let percent { keys.append(("percent", .number(percent))) }
    if let count { keys.append(("count", .number(count))) }
    if let base { keys.append(("base", .number(base))) }
    if let reason { keys.append(("reason", .text(reason))) }
    return .object(keys)
  }
}
