public import Diagnostics
public import Drawing

/// Which results a chart or table shows.
public struct ResultSelection: Sendable, Hashable {
  /// The question; nil for the heading's.
  public var question: LocatedText?
  /// The breakdown that is compared; nil for the heading's, or for all respondents together.
  public var by: LocatedText?
  /// The segments, in order; nil for all of the breakdown.
  public var segments: [LocatedText]?
  /// The waves, in order; nil for the current one.
  public var waves: [LocatedText]?
  /// The categories and nets, in order; nil for all of the question.
  public var categories: [LocatedText]?
  /// The items of a battery, in order; nil for all.
  public var items: [LocatedText]?

  /// Creates a selection; what is nil is the heading's, or all.
  public init(
    question: LocatedText? = nil, by: LocatedText? = nil, segments: [LocatedText]? = nil,
    waves: [LocatedText]? = nil, categories: [LocatedText]? = nil, items: [LocatedText]? = nil
  ) {
    self.question = question
    self.by = by
    self.segments = segments
    self.waves = waves
    self.categories = categories
    self.items = items
  }
}

/// A chart: ` ```chart `.
public struct ChartSpec: Sendable, Hashable {
  /// The kinds of chart.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case groupedBars = "grouped-bars"
    case smallMultiples = "small-multiples"
    case stackedBars = "stacked-bars"
    case divergingBars = "diverging-bars"
    case ranking
    case dumbbell
    case columns
    case lines
  }

  /// The orders of rows.
  public enum Order: String, Sendable, Hashable, CaseIterable {
    /// As the codebook or `categories` has them.
    case given
    /// The largest first.
    case descending
    /// The smallest first.
    case ascending
  }

  /// Which results.
  public var selection: ResultSelection
  /// The kind; nil for the one that suits the question.
  public var kind: Located<Kind>?
  /// The title; nil for the question's short label.
  public var title: [SpecInline]?
  /// The line below the title; nil for the question's wording and base.
  public var subtitle: [SpecInline]?
  /// A note below the chart, before those that Katern writes; nil for none.
  public var note: [SpecInline]?
  /// The order of rows; nil for the one that suits the question.
  public var order: Located<Order>?
  /// The segment by whose shares rows are ordered; nil for the largest share of all.
  public var reference: LocatedText?
  /// The answer or net whose share stands at the right of each row; nil for none.
  public var net: LocatedText?
  /// Whether values are marked that a test puts above or below those of the other segments.
  public var significance: Located<Bool>?
  /// Whether values have the whiskers of their intervals.
  public var whiskers: Located<Bool>?
  /// Whether the data stand behind the chart as a table.
  public var table: Located<Bool>?
  /// When the chart is printed.
  public var condition: BlockCondition
}

/// When a block is printed, and what stands there if it is not.
public struct BlockCondition: Sendable, Hashable {
  /// The conditions.
  public enum When: String, Sendable, Hashable, CaseIterable {
    /// Every figure of the block may be published and has a sufficient base.
    case reportable
  }

  /// The condition; nil for always.
  public var when: Located<When>?
  /// The words that stand there if the condition fails; nil for nothing.
  public var otherwise: [SpecInline]?
}

/// A row of large numbers: ` ```key-figures `.
public struct KeyFiguresSpec: Sendable, Hashable {
  /// One number with what it says.
  public struct Figure: Sendable, Hashable {
    /// The query that gives the number.
    public var value: SpecQuery
    /// What it says.
    public var label: [SpecInline]
    /// A colour of the layout by name; nil for the accent.
    public var colour: LocatedText?
    /// Where it stands.
    public var range: SourceRange
  }

  /// The figures in order; at least one.
  public var figures: [Figure]
}

/// The table of invited, taking part and population per segment: ` ```response `.
public struct ResponseSpec: Sendable, Hashable {
  /// The columns.
  public enum Column: String, Sendable, Hashable, CaseIterable {
    /// How many belong to the segment.
    case population
    /// How many were asked.
    case invited
    /// How many took part.
    case responded
    /// The share of the invited who took part.
    case rate
    /// The margin at a share of 50 %.
    case margin
  }

  /// The breakdown of the rows; nil for the heading's.
  public var by: LocatedText?
  /// The segments, in order; nil for all.
  public var segments: [LocatedText]?
  /// The wave; nil for the current one.
  public var wave: LocatedText?
  /// The columns, in order: invited, responded and rate unless the block says otherwise.
  public var columns: [Located<Column>]
  /// The title; nil for Katern's wording.
  public var title: [SpecInline]?
  /// A note below the table; nil for none.
  public var note: [SpecInline]?
}

/// How the survey was done: ` ```methodology `.
public struct MethodologySpec: Sendable, Hashable {
  /// What the block prints.
  public enum Part: String, Sendable, Hashable, CaseIterable {
    /// How the survey was done: who did it, population, fieldwork, questions, weights, privacy.
    case method
    /// The table of margins per segment, and what a margin means.
    case margins
    /// For each question whether answers of earlier waves compare.
    case comparability
    /// The rules of publication: thresholds, suppression, rounding.
    case policy
  }

  /// What is printed, in order: everything unless `show` says otherwise.
  public var parts: [Located<Part>]
  /// The breakdown of the margins; nil for the heading's.
  public var by: LocatedText?
  /// The title of the table of margins; nil for Katern's wording.
  public var title: [SpecInline]?
  /// A note below it; nil for none.
  public var note: [SpecInline]?
}

/// A table of results: ` ```table `.
public struct TableSpec: Sendable, Hashable {
  /// Which results.
  public var selection: ResultSelection
  /// The title; nil for the question's short label.
  public var title: [SpecInline]?
  /// A note below the table; nil for none.
  public var note: [SpecInline]?
  /// When the table is printed.
  public var condition: BlockCondition
}

/// The results of many questions, a table each: ` ```straight-counts `.
///
/// The tables are the data behind the charts: a chart leads to the table of its question, and the
/// table back to the chart.
public struct StraightCountsSpec: Sendable, Hashable {
  /// What stands in a cell.
  public enum Show: String, Sendable, Hashable, CaseIterable {
    /// The percentage.
    case percent
    /// The number of people.
    case counts
  }

  /// The questions, in order; nil for all that the publication plan has by `by`.
  public var questions: [LocatedText]?
  /// The breakdown of the columns; nil for the heading's, or for all respondents together.
  public var by: LocatedText?
  /// The segments of the columns, in order; nil for all of the breakdown.
  public var segments: [LocatedText]?
  /// The waves, in order; nil for the current one.
  public var waves: [LocatedText]?
  /// What stands in a cell: the percentage unless the block says otherwise.
  public var show: Located<Show>?
}

/// A picture: ` ```image `.
public struct ImageSpec: Sendable, Hashable {
  /// The file, PNG or JPEG, relative to the report folder.
  public var file: LocatedText
  /// What the picture shows, for those who cannot see it.
  public var alternativeText: LocatedText
  /// The words below it; nil for none.
  public var caption: [SpecInline]?
  /// Who made it or vouches for it, printed behind the caption; nil for nobody.
  public var source: [SpecInline]?
  /// Its width as a share of the measure, above 0 and up to 1; 1 unless the block says otherwise.
  public var width: Double
  /// The picture; nil if it could not be read.
  public var picture: Picture?
}

/// Who made the report, and of what: ` ```colophon `.
///
/// Katern adds organisation, authors, date and the provenance of the results.
public struct ColophonSpec: Sendable, Hashable {
  /// What the author adds, a paragraph each.
  public var text: [[SpecInline]]
}
