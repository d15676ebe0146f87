import SurveyStatistics

extension ResultsTable {
  /// The table for a spreadsheet: a header, then one line for each answer and segment (RFC 4180).
  ///
  /// `low` and `high` are the 95 % interval, of a share in percent. Where the door gives no number there is none: the
  /// quality says `insufficient`, `withheld` (with the reason), `published` or `unknown`. A numeric
  /// question has a line of the kind `mean` for each segment.
  public var csv: String { csv(hasHeader: true) }

  /// As `csv`, with or without its first line: the tables of a battery are one file.
  package func csv(hasHeader: Bool) -> String {
    let head = [
      "question", "item", "wave", "answer", "places", "label", "kind", "segment", "percent", "low",
      "high", "count", "base", "mean", "standard_deviation", "quality", "reason",
    ]
    let body = rows.flatMap { row in row.figures.map { fields(row, $0) } }
    let means = columns.compactMap { column in column.mean.map { fields($0, column.segment) } }
    return ((hasHeader ? [head] : []) + body + means).map { line in
      line.map(Self.quoted).joined(separator: ",") + "\n"
    }.joined()
  }

  private func fields(_ row: Row, _ figure: Figure) -> [String] {
    let cell = ExportedCell(figure)
    return [
      question.id, item?.id ?? "", wave.id, row.answer, row.places?.description ?? "", row.label,
      row.isNet ? "net" : "category", figure.request.segment.description,
      Self.text(cell.percent), Self.text(cell.low, decimals: 1), Self.text(cell.high, decimals: 1),
      Self.text(cell.count), Self.text(cell.base), "", "", cell.quality, cell.reason ?? "",
    ]
  }

  private func fields(_ figure: MeanFigure, _ segment: SegmentKey) -> [String] {
    let mean = ExportedMean(figure)
    return [
      question.id, "", wave.id, "", "", question.label, "mean", segment.description, "",
      Self.text(mean.low, decimals: 2), Self.text(mean.high, decimals: 2), "", Self.text(mean.base),
      Self.text(mean.mean, decimals: 2),
      Self.text(mean.deviation, decimals: 2), mean.quality, mean.reason ?? "",
    ]
  }

  private static func text(_ number: Int?) -> String { number.map { "\($0)" } ?? "" }

  private static func text(_ units: Int?, decimals: Int) -> String {
    units.map { DecimalText.of($0, decimals: decimals) } ?? ""
  }

  private static func quoted(_ field: String) -> String {
    guard field.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else {
      return field
    }
    let inner = field.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + inner.joined(separator: "\"\"") + "\""
  }

  /// The table as one JSON object; its keys always stand in the same order.
  public var json: String { jsonValue.text() + "\n" }

  /// Several tables as one JSON list: the items of a battery.
  package static func json(_ tables: [ResultsTable]) -> String {
    JSONValue.list(tables.map(\.jsonValue)).text() + "\n"
  }

  private var jsonValue: JSONValue {
    let columns = self.columns.map { column -> JSONValue in
      var keys: [(String, JSONValue?)] = [
        ("segment", .text(column.segment.description)),
        ("label", .text([column.group, column.label].compactMap { $0 }.joined(separator: ", "))),
      ]
      switch column.base {
      case .counted(let n): keys.append(("n", .number(n)))
      case .below(let bound): keys.append(("below", .number(bound)))
      case .unknown: break
      }
      keys.append(("mean", column.mean.map { ExportedMean($0).json }))
      return .object(ExportedStudy.present(keys))
    }
    let rows = self.rows.map { row -> JSONValue in
      .object(
        ExportedStudy.present([
          ("answer", .text(row.answer)),
          ("first_place", ExportedStudy.number(row.places?.first)),
          ("last_place", ExportedStudy.number(row.places?.last)), ("label", .text(row.label)),
          ("net", .flag(row.isNet)), ("cells", .list(row.figures.map { ExportedCell($0).json() })),
        ]))
    }
    return .object(
      ExportedStudy.present([
        ("question", .text(question.id)), ("item", .optional(item?.id)),
        ("label", .text(question.label)), ("text", .text(question.text)),
        ("wave", .text(wave.id)), ("breakdown", .optional(breakdown)),
        ("columns", .list(columns)), ("rows", .list(rows)),
        ("quotes", quotes.isEmpty ? nil : .list(quotes.map(\.json))),
      ]))
  }
}

/// Numbers with decimals, from their units.
enum DecimalText {
  /// 76 with one decimal is `7.6`, −2 is `-0.2`.
  static func of(_ units: Int, decimals: Int) -> String {
    let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
    let whole = abs(units) / scale
    let fraction = String(abs(units) % scale + scale).dropFirst()
    return (units < 0 ? "-" : "") + "\(whole)" + (decimals > 0 ? "." + fraction : "")
  }
}
