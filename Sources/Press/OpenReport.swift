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
  static func open(
    house: House, editions names: [String]?,
    library: inout SourceLibrary, into log: inout DiagnosticLog
  ) -> OpenReport? {
    let source = ReportReader.read(&library, into: &log)
    let fonts = fonts(of: house, library: &library, into: &log)
    guard let source else { return nil }
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
    let results: ResultsModel
    do throws(ResultsFileError) {
      results = try ResultsFile.read(path: source.results.value)
    } catch {
      log.report(.unreadableResults(error, at: source.results.range))
      return nil
    }
    DisclosureChecklist(report: source, results: results).check(into: &log)
    UnboundNumbers(report: source, results: results, files: library.files).check(into: &log)
    guard let fonts else { return nil }
    return OpenReport(
      source: source, results: results, fonts: fonts, styles: styles, library: library)
  }

  /// The fonts of the house; nil if a file is missing or changed, which was reported.
  private static func fonts(
    of house: House, library: inout SourceLibrary, into log: inout DiagnosticLog
  ) -> FontCatalogue? {
    guard let fonts = FontListReader.read(path: house.fontList, library: &library, into: &log)
    else { return nil }
    var own = DiagnosticLog()
    verify(fonts, into: &own)
    log.append(own)
    return own.hasErrors ? nil : fonts
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
