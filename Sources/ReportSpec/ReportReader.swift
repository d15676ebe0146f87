public import Diagnostics
import Drawing
import LocatedYAML

/// Reads a report folder.
///
///     var library = SourceLibrary(folder: "Reports/weerbaar-bestuur-2024")
///     var log = DiagnosticLog()
///     let report = ReportReader.read(&library, into: &log)
///     print(TextRenderer(sources: library.files).render(log.sorted))
public enum ReportReader {
  /// Reads `report.yaml`, every chapter and every template.
  ///
  /// - Parameters:
  ///   - library: The report folder; keeps every file that was read.
  ///   - log: Receives all faults of all files.
  /// - Returns: The report, as far as it could be read; nil if `report.yaml` has no title, language
  ///   or edition. A report with errors in the log must not be printed.
  public static func read(
    _ library: inout SourceLibrary, into log: inout DiagnosticLog
  ) -> ReportSource? {
    guard let file = library.read("report.yaml", at: nil, into: &log),
      let root = LocatedYAML.parse(file, into: &log)
    else { return nil }
    let read = root.mapping("the report", into: &log) { keys in
      report(&keys, file: file, library: &library)
    }
    guard let report = read ?? nil else { return nil }
    AnchorCheck.run(report.chapters, into: &log)
    for edition in report.editions {
      if let template = edition.template { AnchorCheck.run([template], into: &log) }
    }
    return report
  }

  private static func report(
    _ keys: inout MappingReader, file: SourceFile, library: inout SourceLibrary
  ) -> ReportSource? {
    let title = keys.text("title", .required)
    let subtitle = keys.text("subtitle")
    let kind = keys.text("kind")
    let language: Located<ReportLanguage>? = keys.choice("language", .required)
    let organisation = keys.text("organisation")
    let contact = keys.mapping("contact") { ContactReader.contact(&$0) }
    let authors = keys.texts("authors") ?? []
    let date = keys.date("date")
    let results = results(&keys, file: file, library: library)
    let waves = keys.mapping("waves") { keys in
      (current: keys.text("current"), previous: keys.text("previous"))
    }
    let reference = keys.text("reference")
    let words = words(&keys)
    var textsLog = DiagnosticLog()
    let texts = keys.text("texts").map { AnswerTextsReader.read($0, &library, into: &textsLog) }
    for diagnostic in textsLog.diagnostics { keys.report(diagnostic) }
    let paths = keys.texts("chapters") ?? []
    let chapters = chapters(paths, &keys, &library)
    let editions = editions(&keys, chapters: paths.map(\.text), &library)
    guard let title, let language, !editions.isEmpty else { return nil }
    return ReportSource(
      folder: library.folder, title: title, subtitle: subtitle, kind: kind, language: language,
      organisation: organisation, contact: contact, authors: authors, date: date, results: results,
      currentWave: waves?.current, previousWave: waves?.previous, reference: reference,
      words: words,
      chapters: chapters, editions: editions, texts: texts ?? AnswerTexts())
  }

  /// `een flink deel: 20-40%`
  private static func words(_ keys: inout MappingReader) -> [ShareRange] {
    (keys.named("words") ?? []).compactMap { entry in
      guard case .scalar(let scalar) = entry.value.content,
        let range = shares(scalar.text.text),
        entry.key.text.contains(where: \.isLetter), !entry.key.text.contains(where: \.isNumber)
      else {
        keys.report(.wordsForShares(at: entry.value.range))
        return nil
      }
      return ShareRange(words: entry.key, low: range.low, high: range.high)
    }
  }

  /// Two whole percentages, the smaller one first.
  private static func shares(_ text: String) -> (low: Double, high: Double)? {
    let bounds = text.filter { !$0.isWhitespace && $0 != "%" }
      .split(whereSeparator: { "-–".contains($0) }).map { Int($0) }
    guard bounds.count == 2, let low = bounds[0], let high = bounds[1], low >= 0, high <= 100,
      low < high
    else { return nil }
    return (Double(low), Double(high))
  }

  private static func results(
    _ keys: inout MappingReader, file: SourceFile, library: SourceLibrary
  ) -> Located<String> {
    let top = file.range(0..<0)
    let usual = Located(library.folder + "/results.sqlite", at: top)
    guard let text = keys.text("results") else { return usual }
    guard let path = library.resolve(text.text) else {
      keys.report(.outsideFolder(text.text, at: text.range))
      return usual
    }
    return Located(path, at: text.range)
  }

  private static func chapters(
    _ paths: [LocatedText], _ keys: inout MappingReader, _ library: inout SourceLibrary
  ) -> [Chapter] {
    var seen: Set<String> = []
    var chapters: [Chapter] = []
    for path in paths {
      guard seen.insert(path.text).inserted else {
        keys.report(.chapterTwice(path.text, at: path.range))
        continue
      }
      if let chapter = chapter(path, &keys, &library) { chapters.append(chapter) }
    }
    return chapters
  }

  private static func chapter(
    _ path: LocatedText, _ keys: inout MappingReader, _ library: inout SourceLibrary
  ) -> Chapter? {
    var log = DiagnosticLog()
    let file = library.read(path.text, at: path.range, into: &log)
    let chapter = file.map { file in
      var chapter = ChapterReader.read(file, into: &log)
      PictureReader.read(into: &chapter, library: library, log: &log)
      return chapter
    }
    for diagnostic in log.diagnostics { keys.report(diagnostic) }
    return chapter
  }
}

// MARK: - Editions

extension ReportReader {
  private static func editions(
    _ keys: inout MappingReader, chapters: [String], _ library: inout SourceLibrary
  ) -> [Edition] {
    guard let entries = keys.named("editions", .required) else { return [] }
    if entries.isEmpty { keys.report(.noEditions(at: keys.range)) }
    var editions: [Edition] = []
    for entry in entries {
      var log = DiagnosticLog()
      let read = entry.value.mapping("the edition '\(entry.key.text)'", into: &log) { keys in
        edition(entry.key, &keys, chapters: chapters, &library)
      }
      for diagnostic in log.diagnostics { keys.report(diagnostic) }
      if let edition = read ?? nil { editions.append(edition) }
    }
    return editions
  }

  private static func edition(
    _ name: LocatedText, _ keys: inout MappingReader, chapters: [String],
    _ library: inout SourceLibrary
  ) -> Edition? {
    let layout = keys.text("layout", .required)
    let hasCover = keys.flag("cover")?.value ?? false
    let hasBackCover = keys.flag("back")?.value ?? false
    let contents = contents(&keys)
    let templatePath = keys.text("template")
    let template = templatePath.flatMap { chapter($0, &keys, &library) }
    let each = keys.text("each")
    let segments = keys.texts("segments")
    let file = keys.text("file")
    if let each, templatePath == nil { keys.report(.eachWithoutTemplate(at: each.range)) }
    if each == nil, let first = segments?.first {
      keys.report(.withoutEach("segments", at: first.range))
    }
    if let file, each != nil, !isSheetFileName(file.text) {
      keys.report(.sheetFileName(at: file.range))
    }
    if templatePath == nil, chapters.isEmpty {
      keys.report(.noChapters(name.text, at: name.range))
    }
    let tables: Located<ChartTables>? = keys.choice("tables")
    let chosen = chosenChapters(of: chapters, besides: templatePath, &keys)
    let titles = EditionTitles(
      title: keys.text("title"), subtitle: keys.text("subtitle"), kind: keys.text("kind"))
    guard let layout else { return nil }
    let usual = LocatedText(each == nil ? "{edition}.pdf" : "{segment}.pdf", at: name.range)
    return Edition(
      name: name, layout: layout, hasCover: hasCover, hasBackCover: hasBackCover,
      contents: contents, template: template, each: each, segments: segments, file: file ?? usual,
      print: print(&keys), tables: tables?.value ?? .behind,
      chapterFiles: chosen, titles: titles, range: keys.range)
  }

  /// The chapters of the report that an edition prints, in its own order; nil for all.
  private static func chosenChapters(
    of chapters: [String], besides template: LocatedText?, _ keys: inout MappingReader
  ) -> [String]? {
    guard let names = keys.texts("chapters") else { return nil }
    if template != nil { keys.report(.chaptersWithTemplate(at: keys.placeOf("chapters"))) }
    if names.isEmpty { keys.report(.noChaptersChosen(at: keys.placeOf("chapters"))) }
    var chosen: [String] = []
    for name in names {
      if !chapters.contains(name.text) {
        keys.report(.notAChapter(name.text, known: chapters, at: name.range))
      } else if chosen.contains(name.text) {
        keys.report(.chapterTwice(name.text, at: name.range))
      } else {
        chosen.append(name.text)
      }
    }
    return chosen
  }

  private static func print(_ keys: inout MappingReader) -> PrintSheet? {
    keys.mapping("print") { keys in
      let bleed = keys.size("bleed") ?? .millimetres(3)
      if bleed > .millimetres(30) {
        keys.report(.outOfBounds("bleed", "at most 30mm", at: keys.placeOf("bleed")))
      }
      return PrintSheet(
        bleed: bleed, hasMarks: keys.flag("marks")?.value ?? false,
        multiple: keys.count("multiple-of", in: 1...64) ?? 1)
    }
  }

  private static func contents(_ keys: inout MappingReader) -> ContentsSpec? {
    guard let text = keys.text("contents") else { return nil }
    switch text.text {
    case "true", "yes": return .list(depth: 2)
    case "false", "no": return nil
    case "1", "2", "3": return Int(text.text).map { .list(depth: $0) }
    case "tiles": return .tiles
    default:
      keys.report(.contentsDepth(at: text.range))
      return nil
    }
  }

  private static func isSheetFileName(_ name: String) -> Bool {
    guard name.contains("{segment}"), !name.contains("/"), !name.hasPrefix(".") else {
      return false
    }
    let rest = name.replacing("{segment}", with: "").replacing("{edition}", with: "")
    return !rest.contains("{") && !rest.contains("}") && rest.utf8.allSatisfy { $0 >= 0x20 }
  }
}
