public import Diagnostics
public import Drawing

/// A report folder as read: what `report.yaml` says, with every chapter and edition.
///
/// Names that only the results file can vouch for (questions, segments, waves) are texts with their
/// place; `Manuscript` looks them up.
public struct ReportSource: Sendable, Hashable {
  /// The absolute path of the folder, symbolic links resolved.
  public var folder: String
  /// The title.
  public var title: LocatedText
  /// The line below the title; nil for none.
  public var subtitle: LocatedText?
  /// What the report is, printed above the title of the cover; nil for nothing.
  public var kind: LocatedText?
  /// The language of the text.
  public var language: Located<ReportLanguage>
  /// Who publishes it; nil for none.
  public var organisation: LocatedText?
  /// How they are reached; nil if nobody said.
  public var contact: ContactDetails?
  /// Who wrote it, in order.
  public var authors: [LocatedText]
  /// The date of publication; nil for none.
  public var date: Located<ReportDate>?
  /// The absolute path of the results file.
  ///
  /// It is `results.sqlite` in the folder unless `results` says otherwise, and need not exist.
  public var results: Located<String>
  /// The wave that the report is about; nil for the latest of the results file.
  public var currentWave: LocatedText?
  /// The wave it is compared with; nil for the one before the current wave.
  public var previousWave: LocatedText?
  /// The segment by which charts are ordered, and with which tests of charts compare; nil for none.
  public var reference: LocatedText?
  /// Words for shares that Katern does not know by itself.
  public var words: [ShareRange]
  /// The chapters in order.
  public var chapters: [Chapter]
  /// The editions in the order of the file; at least one.
  public var editions: [Edition]
  /// What authors wrote of coded answers.
  public var texts = AnswerTexts()
}

/// Words that the author may use for a share, and the shares that they stand for.
public struct ShareRange: Sendable, Hashable {
  /// The words: "een flink deel".
  public var words: LocatedText
  /// The least share in percent, itself meant.
  public var low: Double
  /// The largest share in percent, itself meant.
  public var high: Double
}

/// The languages that Katern words figures in.
public enum ReportLanguage: String, Sendable, Hashable, CaseIterable {
  case dutch = "nl-NL"
  case english = "en-GB"
}

/// A day of the Gregorian calendar, without a time zone.
public struct ReportDate: Sendable, Hashable {
  /// The year, 1000 to 9999.
  public var year: Int
  /// The month, 1 to 12.
  public var month: Int
  /// The day of the month, 1 to 31.
  public var day: Int

  /// Reads `2024-11-19`; nil for anything else and for a day that does not exist.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (0x30...0x39).contains($0) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard year >= 1000, lengths.indices.contains(month - 1), day >= 1, day <= lengths[month - 1]
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// `2024-11-19`.
  public var text: String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(year)-\(padded(month))-\(padded(day))"
  }
}

/// One of the things that a report folder is printed as.
public struct Edition: Sendable, Hashable {
  /// Its name, as `--edition` takes it.
  public var name: LocatedText
  /// The name of its layout: `Layouts/<name>.yaml`.
  public var layout: LocatedText
  /// Whether it opens with a cover.
  public var hasCover: Bool
  /// Whether it closes with a back cover.
  public var hasBackCover: Bool
  /// Its contents; nil for none.
  public var contents: ContentsSpec?
  /// The text of each sheet of a batch; nil for an edition of the chapters.
  public var template: Chapter?
  /// The breakdown whose segments get a sheet each; nil for an edition that is one document.
  public var each: LocatedText?
  /// The segments that get a sheet; nil for all that are reported.
  public var segments: [LocatedText]?
  /// The name of a sheet's file; `{segment}` and `{edition}` are filled in.
  public var file: LocatedText
  /// The sheet of an edition for the printer; nil for pages without bleed and marks.
  public var print: PrintSheet?
  /// Where the data of charts stand of which the edition prints no straight counts.
  public var tables: ChartTables = .behind
  /// The files of the chapters that it prints, in order; nil for all.
  public var chapterFiles: [String]?
  /// Its own title, subtitle and kind; nil for those of the report.
  public var titles = EditionTitles()
  /// Where `report.yaml` says it.
  public var range: SourceRange
}

/// What an edition calls itself instead of what the report does.
public struct EditionTitles: Sendable, Hashable {
  /// The title.
  public var title: LocatedText?
  /// The line below the title.
  public var subtitle: LocatedText?
  /// What the edition is, above the title of the cover.
  public var kind: LocatedText?
}

extension ReportSource {
  /// The report as an edition prints it: with the edition's titles, and of the chapters those that the
  /// edition names.
  public func printed(as edition: Edition) -> ReportSource {
    var report = self
    report.title = edition.titles.title ?? title
    report.subtitle = edition.titles.subtitle ?? subtitle
    report.kind = edition.titles.kind ?? kind
    if let files = edition.chapterFiles {
      report.chapters = files.compactMap { file in chapters.first { $0.file == file } }
    }
    return report
  }
}

/// Where the data of a chart stand as a table.
public enum ChartTables: String, Sendable, Hashable, CaseIterable {
  /// Behind the chart: for a screen reader its words are a table, and nothing more is printed.
  case behind
  /// In print below the chart.
  case after
  /// Nowhere: the alternative text tells the values.
  case none
}

/// What the contents of an edition look like.
public enum ContentsSpec: Sendable, Hashable {
  /// A list of headings down to a level, 1 to 3.
  case list(depth: Int)
  /// A tile for each chapter.
  case tiles
}

/// A chapter, or the template of a sheet: one Markdown file.
public struct Chapter: Sendable, Hashable {
  /// The path relative to the report folder.
  public var file: String
  /// The title, which may hold queries in a template.
  public var title: [SpecInline]
  /// What stands before the title; nil for a chapter without a number.
  public var number: LocatedText?
  /// The paragraph that opens the chapter; empty for none.
  public var lead: [SpecInline]
  /// Whether the chapter opens with a page of its own for title and lead.
  public var hasDivider: Bool
  /// Whether its sections follow one another, on pages of the layout's `flow` part.
  public var sectionsFlow: Bool
  /// The title as it stands in running heads and on tiles; nil for the title itself.
  public var runningTitle: LocatedText?
  /// The text.
  public var blocks: [SpecBlock]
  /// The footnotes by label, in the order in which they are defined.
  public var footnotes: [Footnote]
  /// Where the title is said.
  public var range: SourceRange
}

/// The text of a footnote.
public struct Footnote: Sendable, Hashable {
  /// The label: `bron` for `[^bron]`.
  public var label: String
  /// The text.
  public var blocks: [SpecBlock]
  /// Where it stands.
  public var range: SourceRange
}
