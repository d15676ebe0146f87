public import Drawing

/// A house style: page masters, paragraph styles and colours by meaning.
///
/// Read from `Layouts/<name>.yaml` by `ReportSpec`; everything a designer decides is in that file.
public struct StyleSheet: Sendable, Hashable {
  /// The name: `rapport`, `factsheet`.
  public var name: String
  /// The trimmed page.
  public var pageSize: Size
  /// The distance of the baseline grid; blocks of body text start on it.
  public var baseline: Length
  /// The page masters by name.
  public var masters: [String: PageMaster]
  /// Which master opens a part of each role (`cover`, `contents`, `divider`, `body`, `sheet`).
  public var partMasters: [String: String]
  /// The paragraph styles by name; `ParagraphStyle.requiredNames` are always there.
  public var paragraphs: [String: ParagraphStyle]
  /// The colours by meaning; `StyleSheet.requiredColours` are always there.
  public var colours: [String: Colour]
  /// How charts are drawn.
  public var chart: ChartStyle
  /// How tables are drawn.
  public var table: TableStyle
  /// How footnotes stand at the foot of a page.
  public var notes: NoteStyle
  /// How sections fill pages.
  public var sections: SectionStyle
  /// How contents are drawn as tiles; nil for a layout without.
  public var tiles: TileStyle?
  /// The sheet of a print edition; nil for pages without bleed and marks.
  public var print: PrintSheet?
  /// The most pages an edition may have; nil for no bound.
  ///
  /// A fact sheet that needs more is an error.
  public var pageLimit: Int?

  /// Creates a style sheet.
  public init(
    name: String,
    pageSize: Size,
    baseline: Length,
    masters: [String: PageMaster],
    partMasters: [String: String],
    paragraphs: [String: ParagraphStyle],
    colours: [String: Colour],
    chart: ChartStyle,
    table: TableStyle,
    notes: NoteStyle = NoteStyle(),
    sections: SectionStyle = .stacked,
    pageLimit: Int? = nil,
    tiles: TileStyle? = nil,
    print: PrintSheet? = nil
  ) {
    self.tiles = tiles
    self.print = print
    self.name = name
    self.pageSize = pageSize
    self.baseline = baseline
    self.masters = masters
    self.partMasters = partMasters
    self.paragraphs = paragraphs
    self.colours = colours
    self.chart = chart
    self.table = table
    self.notes = notes
    self.sections = sections
    self.pageLimit = pageLimit
  }

  /// The colours that every style sheet has.
  ///
  /// `ink` text, `muted` lesser text, `paper` the page, `accent` headings and rules, `accent-soft`
  /// tinted grounds, `rule` thin lines; `role-1` to `role-4` for segments, `scale-1` to `scale-5`
  /// from the positive to the negative end of a scale, `neutral` its middle and `dont-know`.
  public static let requiredColours = [
    "ink", "muted", "paper", "accent", "accent-soft", "rule", "role-1", "role-2", "role-3",
    "role-4", "scale-1", "scale-2", "scale-3", "scale-4", "scale-5", "neutral", "dont-know",
  ]

  /// The paragraph style with a name, or `body`.
  public func paragraph(_ name: String) -> ParagraphStyle {
    paragraphs[name] ?? paragraphs["body"] ?? ParagraphStyle()
  }

  /// The colour with a name, or black.
  ///
  /// `scale-1+scale-2` is the even mixture of two: for scales with more steps than colours.
  public func colour(_ name: String) -> Colour {
    if let colour = colours[name] { return colour }
    guard let plus = name.firstIndex(of: "+"),
      let first = colours[String(name[..<plus])],
      let second = colours[String(name[name.index(after: plus)...])]
    else { return .black }
    return first.mixed(with: second, 0.5)
  }
}
