public import Diagnostics
import Drawing
import Foundation
public import HouseStyle
import LocatedYAML

/// Reads layouts: `Layouts/<name>.yaml`.
public enum StyleSheetReader {
  /// The parts of a document that a layout may give a master of their own.
  static let parts = ["cover", "contents", "divider", "body", "flow", "sheet", "back"]

  /// Finds a layout by name and reads it.
  ///
  /// - Parameters:
  ///   - name: The name, as an edition says it.
  ///   - ownFolder: The absolute path of Katern's own `Layouts`, looked at after the report's.
  ///   - library: The report folder; keeps the file.
  ///   - log: Receives `unknown-layout` and every fault of the file.
  public static func read(
    _ name: LocatedText, ownFolder: String, library: inout SourceLibrary,
    into log: inout DiagnosticLog
  ) -> StyleSheet? {
    let own = (try? FileManager.default.contentsOfDirectory(atPath: ownFolder)) ?? []
    let ofReport = library.names(in: "Layouts")
    let file = name.text + ".yaml"
    let source: SourceFile?
    if ofReport.contains(file) {
      source = library.read("Layouts/" + file, at: name.range, into: &log)
    } else if own.contains(file) {
      source = library.read(
        absolute: ownFolder + "/" + file, shownAs: "Layouts/" + file, at: name.range, into: &log)
    } else {
      let known = Set((own + ofReport).filter { $0.hasSuffix(".yaml") }.map { $0.dropLast(5) })
      log.report(.unknownLayout(name.text, known: known.map(String.init).sorted(), at: name.range))
      return nil
    }
    return source.flatMap { read($0, name: name.text, into: &log) }
  }

  /// Reads the text of a layout.
  ///
  /// - Returns: The layout; nil if anything in it is wrong, which was reported.
  public static func read(
    _ file: SourceFile, name: String, into log: inout DiagnosticLog
  ) -> StyleSheet? {
    var own = DiagnosticLog()
    let root = LocatedYAML.parse(file, into: &own)
    let sheet = root?.mapping("the layout", into: &own) { styleSheet(&$0, name: name) }
    log.append(own)
    return own.hasErrors ? nil : sheet
  }

  private static func styleSheet(_ keys: inout MappingReader, name: String) -> StyleSheet {
    let page = pageSize(&keys)
    let baseline = keys.size("baseline", .required) ?? 14
    let limit = keys.count("page-limit", in: 1...10_000)
    let colours = ColourReader.read(&keys)
    let paragraphs = ParagraphStyleReader.read(&keys, colours: colours)
    let masters = MasterReader(page: page, colours: colours, styles: paragraphs)
    let read = masters.read(&keys)
    return StyleSheet(
      name: name, pageSize: page, baseline: baseline, masters: read,
      partMasters: partMasters(&keys, masters: read), paragraphs: paragraphs, colours: colours,
      chart: ChartStyleReader.read(&keys), table: table(&keys, colours: colours),
      notes: notes(&keys, colours: colours), sections: sections(&keys, baseline: baseline),
      pageLimit: limit,
      tiles: TileReader(colours: colours, styles: paragraphs).read(&keys))
  }

  private static func pageSize(_ keys: inout MappingReader) -> Size {
    let usual = Size(width: .millimetres(210), height: .millimetres(297))
    return keys.mapping("page", .required) { keys in
      let width = keys.size("width", .required) ?? usual.width
      let height = keys.size("height", .required) ?? usual.height
      if width < 36 || height < 36 { keys.report(.outsidePage("a page", at: keys.range)) }
      return Size(width: max(36, width), height: max(36, height))
    } ?? usual
  }

  private static func partMasters(
    _ keys: inout MappingReader, masters: [String: PageMaster]
  ) -> [String: String] {
    var result: [String: String] = [:]
    for entry in keys.named("parts", .required) ?? [] {
      guard parts.contains(entry.key.text) else {
        keys.report(.unknownPart(entry.key.text, known: parts, at: entry.key.range))
        continue
      }
      guard case .scalar(let scalar) = entry.value.content, masters[scalar.text.text] != nil else {
        let name =
          if case .scalar(let scalar) = entry.value.content { scalar.text.text } else { "" }
        keys.report(.unknownMaster(name, known: masters.keys.sorted(), at: entry.value.range))
        continue
      }
      result[entry.key.text] = scalar.text.text
    }
    guard let fallback = result["body"] ?? result["sheet"] else {
      keys.report(.missingNames("part", ["body"], at: keys.placeOf("parts")))
      return result
    }
    for part in parts where result[part] == nil { result[part] = fallback }
    return result
  }

  private static func notes(
    _ keys: inout MappingReader, colours: [String: Colour]
  ) -> NoteStyle {
    var notes = NoteStyle()
    _ = keys.mapping("notes") { keys in
      if let marks = keys.choice("marks", of: NoteStyle.Marks.self) { notes.marks = marks.value }
      if let value = keys.size("gap") { notes.gap = value }
      if let value = keys.size("measure") {
        if value < 72 {
          keys.report(.outOfBounds("measure", "72pt or more", at: keys.placeOf("measure")))
        }
        notes.measure = value
      }
      if let rule = keys.rule("rule", usual: notes.rule, in: colours) { notes.rule = rule }
    }
    return notes
  }

  private enum Arrangement: String, CaseIterable {
    case stacked
    case beside
  }

  private static func sections(_ keys: inout MappingReader, baseline: Length) -> SectionStyle {
    keys.mapping("sections") { keys in
      let arrangement = keys.choice("arrange", of: Arrangement.self)?.value ?? .stacked
      let share = keys.number("text-share")
      if let share, !(0.1...0.9).contains(share.value) {
        keys.report(.outOfBounds("text-share", "from 0.1 to 0.9", at: share.range))
      }
      let gap = keys.size("gap") ?? baseline * 2
      guard arrangement == .beside else { return .stacked }
      return .beside(textShare: min(0.9, max(0.1, share?.value ?? 0.4)), gap: gap)
    } ?? .stacked
  }

  private static func table(
    _ keys: inout MappingReader, colours: [String: Colour]
  ) -> TableStyle {
    var table = TableStyle()
    _ = keys.mapping("table") { keys in
      if let value = keys.size("cell-padding") { table.cellPadding = value }
      if let value = keys.size("column-gap") { table.columnGap = value }
      if let rule = keys.rule("row-rule", usual: table.rowRule, in: colours) {
        table.rowRule = rule
      }
      if let rule = keys.rule("header-rule", usual: table.headerRule, in: colours) {
        table.headerRule = rule
      }
    }
    return table
  }
}
