import DocumentTree

/// The words of charts: openings of alternative texts, legends, headings of columns, notes.
struct ChartWords: Sendable {
  /// How the alternative text of each kind opens.
  var openings: [Chart.Kind: String]
  /// "Het vaakst": before the row with the largest value.
  var mostNamed: String
  /// "van {first} in {wave} naar {second} in {wave}".
  var fromTo: @Sendable (_ first: Stage, _ second: Stage) -> Phrase
  /// "van {low} tot {high}", of the least and the largest value of a row.
  var range: @Sendable (_ low: Stage, _ high: Stage) -> Phrase
  /// "De tabel hierna …": behind the finding of a chart whose data follow as a table.
  var tableFollows: String
  /// The heading of the differences between two waves.
  var difference: String
  /// The unit of the differences, in alternative texts.
  var points: String
  /// "top 3": the heading of the totals of a ranking.
  var top: @Sendable (_ places: Int) -> String
  /// "Plaats 1": the name of a place.
  var place: @Sendable (_ place: Int) -> String
  /// What the marks say where segments are compared with the others.
  var againstOthers: String
  /// What the marks say where segments are compared with one of them.
  var againstSegment: @Sendable (_ people: String) -> String
  /// What the marks say where a wave is compared with an earlier one.
  var againstWave: @Sendable (_ wave: String) -> String
  /// Behind a value with a mark, in alternative texts and tables.
  var significance: @Sendable (_ mark: Chart.Significance) -> String
  /// How the marks were tested; a note.
  var testedWithHolm: String
  /// The reach of whiskers; a note.
  var whiskers: String
  /// Where diverging bars part: in the middle of an answer, or between two.
  var zeroLine: @Sendable (_ middle: String?) -> String
  /// A published wave cannot be tested though its n is known.
  var roundedWave: @Sendable (_ wave: String) -> String
  /// The question of another wave was similar and not the same.
  var similarWave: @Sendable (_ wave: String) -> String
  /// Differences were computed from exact percentages and do not seem to add up.
  var exactDifferences: String

  /// A value with what it belongs to: a wave, a segment.
  struct Stage: Sendable {
    var value: Phrase
    var name: String
  }

  static let dutch = ChartWords(
    openings: [
      .groupedBars: "Staafdiagram.", .smallMultiples: "Staafdiagrammen naast elkaar.",
      .stackedBars: "Gestapelde staven van 100%.",
      .divergingBars: "Staven links en rechts van het midden van de schaal.",
      .ranking: "Gestapelde staven per plaats.", .dumbbell: "Vergelijking van twee metingen.",
      .columns: "Kolomdiagram.", .lines: "Lijndiagram.",
    ],
    mostNamed: "Het vaakst",
    fromTo: { "van \($0.value) in \($0.name) naar \($1.value) in \($1.name)" },
    range: { "van \($0.value) (\($0.name)) tot \($1.value) (\($1.name))" },
    tableFollows: "De tabel hierna heeft alle cijfers.", difference: "Verschil",
    points: "procentpunt",
    top: { "Top\u{00A0}\($0)" }, place: { "Plaats\u{00A0}\($0)" },
    againstOthers: "Significant hoger of lager dan de andere groepen samen",
    againstSegment: { "Significant hoger of lager dan \($0)" },
    againstWave: { "Significant hoger of lager dan in \($0)" },
    significance: { $0 == .higher ? "significant hoger" : "significant lager" },
    testedWithHolm: "Getoetst per rij, tweezijdig, 5%, met correctie volgens Holm.",
    whiskers: "De streep geeft het 95%-betrouwbaarheidsinterval.",
    zeroLine: { middle in
      middle.map { "De nullijn loopt door het midden van ‘\($0)’." }
        ?? "De nullijn scheidt de twee kanten van de schaal."
    },
    roundedWave: {
      "Verschillen met \($0) zijn niet getoetst: daarvan zijn alleen percentages gepubliceerd."
    },
    similarWave: { "De vraag van \($0) was vergelijkbaar, niet gelijk." },
    exactDifferences: "Verschillen zijn berekend uit niet-afgeronde percentages.")

  static let english = ChartWords(
    openings: [
      .groupedBars: "Bar chart.", .smallMultiples: "Bar charts side by side.",
      .stackedBars: "Stacked bars of 100%.",
      .divergingBars: "Bars left and right of the middle of the scale.",
      .ranking: "Stacked bars by place.", .dumbbell: "Two waves compared.",
      .columns: "Column chart.", .lines: "Line chart.",
    ],
    mostNamed: "Most often",
    fromTo: { "from \($0.value) in \($0.name) to \($1.value) in \($1.name)" },
    range: { "from \($0.value) (\($0.name)) to \($1.value) (\($1.name))" },
    tableFollows: "The table that follows has all figures.", difference: "Difference",
    points: "percentage points",
    top: { "Top\u{00A0}\($0)" }, place: { "Place\u{00A0}\($0)" },
    againstOthers: "Significantly higher or lower than the other groups together",
    againstSegment: { "Significantly higher or lower than \($0)" },
    againstWave: { "Significantly higher or lower than in \($0)" },
    significance: { $0 == .higher ? "significantly higher" : "significantly lower" },
    testedWithHolm: "Tested per row, two-sided, 5%, with Holm's correction.",
    whiskers: "The line shows the 95% confidence interval.",
    zeroLine: { middle in
      middle.map { "The zero line runs through the middle of ‘\($0)’." }
        ?? "The zero line parts the two sides of the scale."
    },
    roundedWave: {
      "Differences with \($0) are not tested: only percentages of it were published."
    },
    similarWave: { "The question of \($0) was similar, not the same." },
    exactDifferences: "Differences are computed from percentages before rounding.")
}

extension Wording {
  /// The words of charts.
  var chartWords: ChartWords { self is EnglishWording ? .english : .dutch }
}
