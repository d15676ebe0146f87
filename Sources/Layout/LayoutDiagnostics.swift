import Diagnostics
import Drawing

extension Diagnostic {
  /// A character that none of the style's fonts has.
  static func missingGlyph(
    _ scalar: Unicode.Scalar, families: [String], at range: SourceRange?
  ) -> Diagnostic {
    let code = String(scalar.value, radix: 16, uppercase: true)
    let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
    return Diagnostic(
      .error, id: "missing-glyph", at: range,
      "no listed font has the character '\(Character(scalar))' (U+\(padded))",
      notes: [Note("the style's fonts are \(families.joined(separator: ", "))")],
      fixes: [Fix("replace the character, or list a font that has it in Fonts/fonts.yaml")])
  }

  /// A style that names a family which is not listed.
  static func unknownFamily(_ family: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-font-family", at: range,
      "the font family '\(family)' is not listed in Fonts/fonts.yaml")
  }

  /// The shaper failed.
  static func shapingFailed(_ reason: String, at range: SourceRange?) -> Diagnostic {
    Diagnostic(.error, id: "shaping-failed", at: range, "text cannot be shaped: \(reason)")
  }

  /// A picture with too few pixels for its size in print.
  static func coarsePicture(
    _ name: String, dotsPerInch: Int, at range: SourceRange?
  ) -> Diagnostic {
    Diagnostic(
      .warning, id: "coarse-picture", at: range,
      "'\(name)' has \(dotsPerInch) dots per inch in print; below 150 the dots are seen",
      fixes: [Fix("use a larger file, or print it smaller with 'width'")])
  }

  /// A line that reaches out of its measure.
  static func overfullLine(by excess: Length, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      .warning, id: "overfull-line", at: range,
      "a line is \(rounded(excess)) pt too wide for its measure",
      fixes: [Fix("shorten the longest word, or give it a soft hyphen")])
  }

  /// Something that is higher than a page.
  static func overfullFrame(by excess: Length, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      .error, id: "overfull-frame", at: range,
      "this is \(rounded(excess)) pt higher than the page leaves room for",
      fixes: [Fix("split it, or show fewer rows")])
  }

  /// An edition that must fit its pages and does not.
  static func tooManyPages(_ pages: Int, limit: Int, at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      .error, id: "too-many-pages", at: range,
      "the edition takes \(pages) pages and may take \(limit); this is the first that does not fit",
      fixes: [Fix("leave something out, or choose another layout")])
  }

  /// A link to an anchor that no block has.
  static func unknownAnchor(_ anchor: String, known: [String], at range: SourceRange?) -> Diagnostic
  {
    Diagnostic(
      .error, id: "unknown-anchor", at: range, "nothing in this report is named '#\(anchor)'",
      fixes: Suggestion.fixes(for: anchor, in: known))
  }

  /// A page number whose room changes the page that it names.
  static func unsettledReference(onPage label: String) -> Diagnostic {
    Diagnostic(
      .warning, id: "unsettled-reference", at: nil,
      "a page number on page \(label) has not the room that was kept for it",
      fixes: [Fix("word the sentence with the page number otherwise")])
  }

  /// A page number of a page that has none.
  static func unnumberedPage(at range: SourceRange?) -> Diagnostic {
    Diagnostic(
      .error, id: "unnumbered-page", at: range, "this names a page that has no number",
      fixes: [Fix("say 'numbering: decimal' or 'roman' for its master in the layout")])
  }

  /// A master that a style sheet names and does not define.
  static func unknownMaster(_ name: String, in style: String, known: [String]) -> Diagnostic {
    Diagnostic(
      .error, id: "unknown-master", at: nil, "the layout '\(style)' has no page master '\(name)'",
      fixes: Suggestion.fixes(for: name, in: known))
  }

  private static func rounded(_ length: Length) -> String {
    let tenths = Int((length.points * 10).rounded(.up))
    return "\(tenths / 10).\(tenths % 10)"
  }
}
