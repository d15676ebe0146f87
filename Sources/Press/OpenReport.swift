import ContentHash
import Diagnostics
import Drawing
import HouseStyle
import Manuscript
import PangoTypesetting
import ReportSpec
import SurveyResults

/// A report opened for printing: everything that all documents of a run share.
struct OpenReport: Sendable {
  let source: ReportSource
  let results: ResultsModel
  let fonts: FontCatalogue
  /// The layouts by name.
  let styles: [String: StyleSheet]
  /// The files that were read, for quotations and hashes.
  let library: SourceLibrary

  /// Opens the report of a library; nil after faults that were reported, all of them.
  ///
  /// The files of fonts are held against their hashes if asked for, and where there are other faults;
  /// else the typesetter does so with those that it opens.
  static func open(
    house: House, editions names: [String]?, checksFonts: Bool = false,
    library: inout SourceLibrary, into log: inout DiagnosticLog
  ) -> OpenReport? {
    let source = ReportReader.read(&library, into: &log)
    let fonts = FontListReader.read(path: house.fontList, library: &library, into: &log)
    var styles: [String: StyleSheet]?
    var results: ResultsModel?
    if let source {
      styles = layouts(of: source, editions: names, house: house, library: &library, into: &log)
      results = self.results(of: source, into: &log)
    }
    if let source, let results {
      DisclosureChecklist(report: source, results: results).check(into: &log)
      UnboundNumbers(report: source, results: results, files: library.files).check(into: &log)
    }
    if let fonts, checksFonts || log.hasErrors {
      guard areWhole(fonts, of: styles, into: &log) else { return nil }
    }
    guard let source, let fonts, let styles, let results else { return nil }
    return OpenReport(
      source: source, results: results, fonts: fonts, styles: styles, library: library)
  }

  /// The layouts of some editions, or of all.
  private static func layouts(
    of source: ReportSource, editions names: [String]?, house: House,
    library: inout SourceLibrary, into log: inout DiagnosticLog
  ) -> [String: StyleSheet] {
    var styles: [String: StyleSheet] = [:]
    for edition in source.editions
    where names?.contains(edition.name.text) ?? true && styles[edition.layout.text] == nil {
      styles[edition.layout.text] = StyleSheetReader.read(
        edition.layout, ownFolder: house.layouts, library: &library, into: &log)
    }
    for edition in source.editions where edition.contents == .tiles {
      guard let style = styles[edition.layout.text], style.tiles == nil else { continue }
      log.report(.layoutWithoutTiles(style.name, at: edition.layout.range))
    }
    return styles
  }

  /// The results of a report; nil if they cannot be read, which was reported.
  private static func results(
    of source: ReportSource, into log: inout DiagnosticLog
  ) -> ResultsModel? {
    do throws(ResultsFileError) {
      return try ResultsFile.read(path: source.results.value)
    } catch {
      log.report(.unreadableResults(error, at: source.results.range))
      return nil
    }
  }

  /// Whether the files of the families that some layouts name, or of all, are those that are listed;
  /// what is not was reported.
  private static func areWhole(
    _ fonts: FontCatalogue, of styles: [String: StyleSheet]?, into log: inout DiagnosticLog
  ) -> Bool {
    var own = DiagnosticLog()
    verify(fonts, families: styles.map(families), into: &own)
    log.append(own)
    return !own.hasErrors
  }

  /// The families that layouts name.
  private static func families(of styles: [String: StyleSheet]) -> Set<String> {
    Set(styles.values.flatMap { $0.paragraphs.values.flatMap(\.text.families) })
  }

  /// Reports the fonts and dictionaries that are missing or changed, of the families of its layouts.
  func checkFonts(into log: inout DiagnosticLog) {
    _ = Self.areWhole(fonts, of: styles, into: &log)
  }

  /// The edition with a name, or the first; an unknown one is reported.
  func edition(_ name: String?, into log: inout DiagnosticLog) -> Edition? {
    guard let name else { return source.editions.first }
    if let edition = source.editions.first(where: { $0.name.text == name }) { return edition }
    log.report(
      .unknownEdition(
        name, known: source.editions.map(\.name.text), at: source.title.range.file))
    return nil
  }

  /// What the printed files depend on: the hash of each file that was read, by its path.
  var inputHashes: [String: String] {
    var hashes = library.files.mapValues { ContentHash(of: $0.bytes).hexadecimal }
    for input in results.inputs { hashes[input.path] = input.sha256 }
    hashes["policy"] = results.suppressionHash
    return hashes
  }
}
