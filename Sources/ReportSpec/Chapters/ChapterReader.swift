import Diagnostics
import LocatedYAML

/// Reads a chapter: its front matter and its text.
enum ChapterReader {
  /// The most bytes that a line may have.
  static let lineBound = 16_384

  /// Reads a file; a chapter without a title is reported and gets none.
  static func read(_ file: SourceFile, into log: inout DiagnosticLog) -> Chapter {
    for number in 1...file.lineCount
    where file.offset(ofLine: number + 1) - file.offset(ofLine: number) > lineBound {
      let start = file.offset(ofLine: number)
      log.report(.longLine(lineBound, at: file.range(start..<start)))
      return empty(file)
    }
    let frontMatterLines = frontMatterLines(of: file)
    if frontMatterLines == nil, isFence(file.line(1)) {
      log.report(.unclosedFrontMatter(at: file.range(ofLine: 1)))
      return empty(file)
    }
    var chapter = frontMatter(of: file, lines: frontMatterLines ?? 0, into: &log)
    let scanner = MarkdownScanner(file: file, frontMatterLines: frontMatterLines ?? 0)
    log.append(scanner.log)
    let (root, isTooDeep) = CommonMark.parse(scanner.source.bytes)
    if isTooDeep { log.report(.tooDeep(at: file.range(ofLine: 1))) }
    var builder = BlockBuilder(file: file, source: scanner.source)
    chapter.blocks = builder.chapter(root, into: &log)
    chapter.footnotes = builder.footnotes
    return chapter
  }

  private static func empty(_ file: SourceFile) -> Chapter {
    Chapter(
      file: file.path, title: [], number: nil, lead: [], hasDivider: false, sectionsFlow: false,
      runningTitle: nil, blocks: [], footnotes: [], range: file.range(0..<0))
  }

  private static func isFence(_ line: String) -> Bool {
    line.hasPrefix("---") && line.utf8.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// How the sections of a chapter follow one another.
  private enum SectionsOfChapter: String, CaseIterable {
    /// As the layout arranges sections.
    case pages
    /// One below the other, as lines do.
    case flow
  }

  /// The number of lines that the front matter takes, its fences included; nil if there is none or
  /// it is not closed.
  private static func frontMatterLines(of file: SourceFile) -> Int? {
    guard isFence(file.line(1)), file.lineCount > 1 else { return nil }
    return (2...file.lineCount).first { isFence(file.line($0)) }
  }

  private static func frontMatter(
    of file: SourceFile, lines: Int, into log: inout DiagnosticLog
  ) -> Chapter {
    var chapter = empty(file)
    guard lines > 0 else {
      log.report(.missingFrontMatter(at: chapter.range))
      return chapter
    }
    let bytes = file.offset(ofLine: 2)..<file.offset(ofLine: lines)
    guard var value = LocatedYAML.parse(file, bytes: bytes, into: &log) else { return chapter }
    if value.isNothing { value = YAMLValue(.mapping([]), at: value.range) }
    _ = value.mapping("the front matter", into: &log) { keys in
      if let title = keys.text("title") { chapter.range = title.range }
      chapter.title = keys.inlines("title", .required) ?? []
      chapter.number = keys.text("number")
      chapter.lead = keys.inlines("lead") ?? []
      chapter.hasDivider = keys.flag("divider")?.value ?? false
      let sections = keys.choice("sections", of: SectionsOfChapter.self)
      chapter.sectionsFlow = sections?.value == .flow
      chapter.runningTitle = keys.text("running-title")
    }
    return chapter
  }
}
