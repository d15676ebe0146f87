import Diagnostics

// MARK: - Files

extension Diagnostic {
  static func missingFile(
    _ path: String, near: [String], at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "missing-file", at: range, "the file '\(path)' is not there",
      fixes: Suggestion.fixes(for: path, in: near))
  }

  static func outsideFolder(_ path: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      .error, id: "outside-folder", at: range,
      "a file must lie inside the report folder: '\(path)'",
      fixes: [Fix("write a path relative to report.yaml, without '..'")])
  }

  static func unreadableFile(_ path: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(.error, id: "unreadable-file", at: range, "'\(path)' cannot be read as a file")
  }

  static func fileTooLarge(_ path: String, bound: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      .error, id: "file-too-large", at: range, "'\(path)' may have at most \(bound) bytes")
  }

  static func pictureTooLarge(
    _ path: String, width: Int, height: Int, bound: Int, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "picture-too-large", at: range,
      "'\(path)' may have at most \(bound / 1_000_000) million pixels and has \(width) × \(height)",
      fixes: [Fix("save it at the size at which it is printed, with 300 dots per inch")])
  }

  static func unusablePicture(
    _ path: String, _ fault: PictureHeader.Fault, at range: SourceRange
  ) -> Diagnostic {
    let (rule, fix) =
      switch fault {
      case .unknownFormat: ("must be PNG or JPEG", "save it as PNG")
      case .damaged: ("is damaged: the file does not hold what it announces", "save it anew")
      case .notRGB:
        ("must have the colours of a screen (RGB) or greys", "convert it from CMYK to sRGB")
      }
    return Diagnostic(
      .error, id: "unusable-picture", at: range, "the picture '\(path)' \(rule)",
      fixes: [Fix(fix)])
  }

  static func emptyAlternativeText(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "empty-alternative-text", at: range,
      "'alt' must say what the picture shows, for those who cannot see it")
  }

  static func pictureWidth(_ text: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "picture-width", at: range,
      "'width' is a share of the measure, as '60%', and not '\(text)'")
  }

  static func notAGroup(_ what: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, id: "not-a-group", at: range, "here stand \(what), each behind its name")
  }

  static func themeWithoutText(_ theme: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "theme-without-text", at: range,
      "the theme '\(theme)' needs a text behind its name")
  }

  static func outOfRange(
    _ key: String, _ bounds: ClosedRange<Int>, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "out-of-range", at: range,
      "'\(key)' is a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
  }

  static func notUTF8(_ path: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "not-utf8", at: range, "'\(path)' must be encoded in UTF-8",
      fixes: [Fix("save it as UTF-8 in your editor")])
  }

  static func controlCharacter(_ code: UInt8, at range: SourceRange) -> Diagnostic {
    let digits = String(code, radix: 16, uppercase: true)
    return Diagnostic(
      .error, id: "control-character", at: range,
      "the control character U+00\(code < 16 ? "0" : "")\(digits) may not stand in a text",
      fixes: [Fix("delete it", replacement: "")])
  }
}

extension Diagnostic {
  static func longLine(_ bound: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "long-line", at: range, "a line may have at most \(bound) bytes")
  }

  static func longText(_ bound: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "long-text", at: range, "a title, lead or note may have at most \(bound) bytes")
  }
}

// MARK: - report.yaml

extension Diagnostic {
  static func notADate(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "report-date", at: range, "a date must be a day written as 2024-11-19")
  }

  static func wordsForShares(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "words-for-shares", at: range,
      "words for shares are letters, and stand for two whole percentages: 'een flink deel: 20-40%'")
  }

  static func chapterTwice(_ path: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "duplicate-chapter", at: range, "a chapter may stand once: '\(path)'")
  }

  static func unknownName(
    _ name: String, of group: String, known: [String], at range: SourceRange
  ) -> Diagnostic {
    let list = known.map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .error, id: "unknown-choice", at: range, "'\(group)' must be made of \(list)",
      fixes: Suggestion.fixes(for: name, in: known))
  }
}

// MARK: - Chapters

extension Diagnostic {
  static func missingFrontMatter(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "missing-front-matter", at: range, "a chapter must begin with its title",
      fixes: [Fix("add the lines '---', 'title: …', '---' at the top")])
  }

  static func unclosedFrontMatter(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "unclosed-front-matter", at: range, "front matter must be closed with '---'")
  }

  static func chapterTitleAgain(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "heading-level", at: range,
      "the title in the front matter is the only heading of level 1",
      fixes: [Fix("begin headings in the text with '##'")])
  }

  static func skippedLevel(from: Int, to: Int, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "heading-level", at: range,
      "a heading of level \(to) may not follow one of level \(from)",
      fixes: [Fix("use '\(String(repeating: "#", count: from + 1))'")])
  }

  static func emptyHeading(at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, id: "empty-heading", at: range, "a heading must have words")
  }

  static func headingAttribute(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "heading-attribute", at: range,
      "an attribute must be '#name' or 'key=value'")
  }

  static func unknownHeadingAttribute(
    _ name: String, known: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "heading-attribute", at: range, "a heading has no attribute '\(name)'",
      fixes: self.known(name, known))
  }

  static func unclosedQuery(_ brace: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "unclosed-query", at: range,
      "a query must be closed with '\(brace)' in the same paragraph",
      fixes: [Fix("write '\\' before the brace if it is no query")])
  }

  static func emptyQuery(at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, id: "empty-query", at: range, "a query must have words")
  }

  static func doubledBraces(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "doubled-braces", at: range, "bound words take one pair of braces",
      fixes: [Fix("write '[words]{query}'")])
  }

  static func boundWithoutWords(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "bound-without-words", at: range,
      "a query in single braces must stand behind words in brackets",
      fixes: [Fix("write '[words]{query}', or '{{ query }}' to have it filled in")])
  }

  static func splitBoundWords(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "split-bound-words", at: range,
      "both brackets of bound words must stand inside or outside emphasis",
      fixes: [Fix("write '[**words**]{query}'")])
  }

  static func strayQuery(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "stray-query", at: range,
      "a query may stand in a sentence, a heading or a cell only")
  }

  static func unknownContainer(
    _ name: String, known: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-container", at: range, "there is no container '\(name)'",
      fixes: self.known(name, known))
  }

  static func containerArguments(_ usage: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "container-arguments", at: range, "this container is written '::: \(usage)'")
  }

  static func columnCount(at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, id: "container-arguments", at: range, "columns must be 2, 3 or 4")
  }

  static func unclosedContainer(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "unclosed-container", at: range, "a container must be closed with ':::'")
  }

  static func containerLine(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "container-line", at: range, "':::' must stand on a line of its own",
      fixes: [Fix("indent it like the text around it, with no list mark before it")])
  }

  static func strayContainerEnd(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "stray-container-end", at: range, "this ':::' closes no container here",
      fixes: [Fix("give it a name if it opens one, and indent both lines alike")])
  }

  static func unknownBlock(_ name: String, known: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-block", at: range,
      name.isEmpty ? "a fence must name its block" : "there is no block '\(name)'",
      fixes: self.known(name, known))
  }

  static func unclosedFence(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "unclosed-fence", at: range,
      "a fence must be closed by a line of as many marks")
  }

  static func strayFence(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "stray-fence", at: range,
      "both lines of a fence must be indented like the text around it")
  }

  static func blockInQuote(at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, id: "block-in-quote", at: range, "a quotation may hold text only")
  }

  static func emptyKeyFigures(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "key-figures", at: range, "key figures must be a list",
      fixes: [Fix("write '- value: query' and 'label: words' for each")])
  }

  static func codeBlock(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "code-block", at: range, "an indented text is code, which is not printed",
      fixes: [Fix("indent it by less than four blanks")])
  }

  static func rawHTML(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "raw-html", at: range, "HTML is not printed",
      fixes: [Fix("use Markdown, or write '\\<' for the sign itself")])
  }

  static func image(at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, id: "image", at: range, "images are not supported yet")
  }

  static func thematicBreak(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "thematic-break", at: range, "rules belong to the layout, not to the text",
      fixes: [Fix("delete the line")])
  }

  static func unsupportedMarkdown(at range: SourceRange) -> Diagnostic {
    Diagnostic(.error, id: "markdown", at: range, "this kind of Markdown is not supported")
  }

  static func tooDeep(at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "markdown-too-deep", at: range,
      "blocks may be nested at most \(CommonMark.depthBound) deep")
  }

  static func unknownFootnote(
    _ label: String, known: [String], at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-footnote", at: range, "there is no footnote '\(label)' here",
      fixes: Suggestion.fixes(for: label, in: known) + [Fix("add a line '[^\(label)]: …'")])
  }

  static func unusedFootnote(_ label: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .warning, id: "unused-footnote", at: range,
      "the footnote '\(label)' is not printed, for nothing refers to it")
  }

  static func linkAddress(_ address: String, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "link-address", at: range,
      "a link must lead to '#name', 'https://', 'mailto:' or 'tel:', not to '\(address)'")
  }

  static func duplicateAnchor(
    _ name: String, first: SourceRange, at range: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .error, id: "duplicate-anchor", at: range, "a heading must have a name of its own: '\(name)'",
      notes: [Note("it is used here already", at: first)])
  }

  static func unknownAnchor(_ name: String, known: [String], at range: SourceRange) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-anchor", at: range, "no heading has the name '#\(name)'",
      fixes: Suggestion.fixes(for: name, in: known)
        + [Fix("write '{#\(name)}' behind the heading")])
  }

  /// The nearest name, or else all of them.
  static func known(_ name: String, _ names: [String]) -> [Fix] {
    let near = Suggestion.fixes(for: name, in: names)
    return near.isEmpty ? [Fix("there are: \(names.joined(separator: ", "))")] : near
  }
}
