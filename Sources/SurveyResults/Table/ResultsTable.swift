import SurveyStatistics

/// One question as a table: answers down, segments across.
///
/// All figures come through the door, so that the table shows what a report may show. `text` is for
/// people, `csv` and `json` are for programs; the same results give the same bytes.
public struct ResultsTable: Sendable, Hashable {
  /// A column: whose answers it has.
  public struct Column: Sendable, Hashable {
    /// Whose answers these are.
    public let segment: SegmentKey
    /// The name in print: the segment's plural, or `total`.
    public let label: String
    /// How many answered.
    public let base: BaseFigure
  }

  /// A row: a category or a net.
  public struct Row: Sendable, Hashable {
    /// The name in queries.
    public let answer: String
    /// The name in print.
    public let label: String
    /// Whether the row is a net: a group of the answers above it.
    public let isNet: Bool
    /// The figures, one for each column.
    public let figures: [Figure]
  }

  /// The question.
  public let question: Question
  /// The item of a battery; nil for other kinds.
  public let item: Item?
  /// The breakdown; nil for a table of the total alone.
  public let breakdown: Breakdown?
  /// The wave.
  public let wave: Wave
  /// The reported segments of the breakdown, then the total as far as the plan has it.
  public let columns: [Column]
  /// The categories in the order of the questionnaire, then the nets.
  public let rows: [Row]
  let policy: Policy

  /// Makes the table of a question.
  ///
  /// - Parameters:
  ///   - question: the question.
  ///   - item: the item of a battery; nil for other kinds.
  ///   - breakdown: the breakdown; nil for the total alone.
  ///   - wave: the wave; nil for the current one.
  ///   - results: the results.
  /// - Throws: the name that the results do not have, or that the plan does not allow.
  public init(
    question: Question, item: String? = nil, by breakdown: String? = nil, wave: String? = nil,
    results: ResultsModel
  ) throws(FigureRefusal) {
    let waveID = wave ?? results.currentWave.id
    guard let known = results.wave(waveID) else {
      throw .unknownWave(waveID, known: results.waves.map(\.id))
    }
    if question.items.isEmpty == false, item == nil {
      throw .missingItem(of: question.id, known: question.items.map(\.id))
    }
    self.question = question
    self.item = question.items.first { $0.id == item }
    self.wave = known
    self.breakdown = try breakdown.map { id throws(FigureRefusal) in
      guard let breakdown = results.breakdown(id) else {
        throw .unknownBreakdown(id, known: results.breakdowns.map(\.id))
      }
      return breakdown
    }
    let segments = Self.segments(of: question, by: self.breakdown, results: results)
    columns = try segments.map { segment throws(FigureRefusal) in
      Column(
        segment: segment, label: results.segment(segment)?.plural ?? "total",
        base: try results.base(of: question.id, item: item, segment: segment, wave: waveID))
    }
    func row(_ answer: String, _ label: String, isNet: Bool) throws(FigureRefusal) -> Row {
      let figures = try segments.map { segment throws(FigureRefusal) in
        try results.figure(
          FigureRequest(
            question: question.id, item: item, answer: answer, segment: segment, wave: waveID))
      }
      return Row(answer: answer, label: label, isNet: isNet, figures: figures)
    }
    var rows: [Row] = []
    for category in question.categories {
      rows.append(try row(category.id, category.label, isNet: false))
    }
    for net in question.nets { rows.append(try row(net.id, net.label, isNet: true)) }
    self.rows = rows
    policy = results.policy
  }

  private static func segments(
    of question: Question, by breakdown: Breakdown?, results: ResultsModel
  ) -> [SegmentKey] {
    guard let breakdown else { return [.total] }
    let reported = breakdown.segments.filter(\.isReported).map {
      SegmentKey.segment(breakdown: breakdown.id, id: $0.id)
    }
    return results.isPlanned(question.id, by: "total") ? reported + [.total] : reported
  }
}

extension Proportion {
  /// The whole percentage as tables print it: `60%`, `<1%`, `>99%`.
  var percentText: String {
    if isBelowOnePercent { return "<1%" }
    if isAboveNinetyNinePercent { return ">99%" }
    return "\(percent)%"
  }
}
