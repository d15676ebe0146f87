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
    /// The name in print: the segment's plural, or `total`; of a crossing that of its second segment.
    public let label: String
    /// The plural of a crossing's first segment; nil for other columns.
    public let group: String?
    /// How many answered.
    public let base: BaseFigure
    /// The mean of a numeric question; nil for other kinds.
    public let mean: MeanFigure?
  }

  /// A row: a category, of a ranking at some places, or a net.
  public struct Row: Sendable, Hashable {
    /// The name in queries.
    public let answer: String
    /// The places of a ranking; nil for other kinds, and for nets.
    public let places: Places?
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
  /// What the columns are by: `role`, or `municipality × role`; nil for the total alone.
  public let breakdown: String?
  /// The wave.
  public let wave: Wave
  /// The reported segments of the breakdown, then the total as far as the plan has it; of two that are
  /// crossed those in which somebody took part.
  public let columns: [Column]
  /// The categories in the order of the questionnaire, then the nets.
  public let rows: [Row]
  /// What people wrote, as far as it may be printed.
  public let quotes: [QuoteFigure]
  let policy: Policy

  /// Makes the table of a question.
  ///
  /// - Parameters:
  ///   - question: the question.
  ///   - item: the item of a battery; nil for other kinds.
  ///   - breakdown: the breakdown, or two with a comma between them; nil for the total alone.
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
    let split = try breakdown.map { name throws(FigureRefusal) in try TableSplit(name, results) }
    self.breakdown = split?.description
    let segments = split.map { $0.segments(of: question, in: waveID, results) } ?? [.total]
    columns = try segments.map { segment throws(FigureRefusal) in
      let labels = results.labels(of: segment)
      return Column(
        segment: segment, label: labels.own, group: labels.group,
        base: try results.base(of: question.id, item: item, segment: segment, wave: waveID),
        mean: question.kind == .numeric
          ? try results.mean(of: question.id, segment: segment, wave: waveID) : nil)
    }
    rows = try question.answerKeys.map { key throws(FigureRefusal) in
      let figures = try segments.map { segment throws(FigureRefusal) in
        try results.figure(
          FigureRequest(
            question: question.id, item: item, answer: key.answer, segment: segment, wave: waveID,
            places: key.places))
      }
      let net = question.nets.first { $0.id == key.answer }
      let label = net?.label ?? question.categories.first { $0.id == key.answer }?.label
      return Row(
        answer: key.answer, places: key.places, label: label ?? key.answer, isNet: net != nil,
        figures: figures)
    }
    quotes = try results.quotes(of: question.id, in: waveID)
    policy = results.policy
  }
}

/// What the columns of a table are by: one breakdown, or two that are crossed.
struct TableSplit: CustomStringConvertible {
  let first: Breakdown
  let second: Breakdown?

  /// Reads `role` or `municipality,role`; the order of two does not matter.
  init(_ name: String, _ results: ResultsModel) throws(FigureRefusal) {
    let names = name.split(separator: ",").map { part in
      String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    let breakdowns = try names.map { name throws(FigureRefusal) in
      guard let breakdown = results.breakdown(name) else {
        throw .unknownBreakdown(name, known: results.breakdowns.map(\.id))
      }
      return breakdown
    }
    guard let one = breakdowns.first, breakdowns.count <= 2 else {
      throw .unknownBreakdown(name, known: results.breakdowns.map(\.id))
    }
    guard breakdowns.count == 2 else {
      (first, second) = (one, nil)
      return
    }
    let other = breakdowns[1]
    if one.id == other.id { throw .crossedWithItself(one.id) }
    let order = results.breakdowns.map(\.id)
    let isInOrder = (order.firstIndex(of: one.id) ?? 0) < (order.firstIndex(of: other.id) ?? 0)
    (first, second) = isInOrder ? (one, other) : (other, one)
  }

  var description: String {
    second.map { Crossing(first.id, $0.id).description } ?? first.id
  }

  func segments(of question: Question, in wave: String, _ results: ResultsModel) -> [SegmentKey] {
    guard let second else {
      let reported = first.segments.filter(\.isReported).map {
        SegmentKey.segment(breakdown: first.id, id: $0.id)
      }
      return results.isPlanned(question.id, by: "total") ? reported + [.total] : reported
    }
    let crossing = Crossing(first.id, second.id)
    let all = results.segments(of: crossing)
    // What the plan does not have is refused by the door, whoever took part.
    if !results.isPlanned(question.id, by: crossing) { return Array(all.prefix(1)) }
    return all.filter { (results.participation(of: $0, in: wave)?.responded ?? 0) > 0 }
  }
}

extension ResultsModel {
  /// The names of a column in print: its own, and of a crossing that of the first segment.
  fileprivate func labels(of segment: SegmentKey) -> (own: String, group: String?) {
    func plural(_ part: SegmentPart) -> String {
      self.segment(.segment(breakdown: part.breakdown, id: part.id))?.plural ?? part.id
    }
    return switch segment {
    case .total: ("total", nil)
    case .segment(let breakdown, let id), .others(let breakdown, let id):
      (plural(SegmentPart(breakdown: breakdown, id: id)), nil)
    case .crossing(let first, let second): (plural(second), plural(first))
    }
  }
}
