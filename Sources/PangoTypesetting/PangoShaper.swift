import CPango
public import Drawing
public import Typesetting

/// The shaper made with Pango and libhyphen; it belongs to one worker.
///
/// Words are shaped each for itself and kerned with the spaces around them: a line of them equals the
/// line shaped whole, but that a font's contextual alternates do not reach over a space.
public final class PangoShaper: TextShaper {
  private let catalogue: FontCatalogue
  private let cache: WordCache
  private let fonts: PangoFonts
  private let hyphenation: HyphenationPatterns
  private var styles: [ShapingStyle: ResolvedStyle] = [:]
  private var latest: (style: ShapingStyle, resolved: ResolvedStyle)?

  /// Creates a shaper with a cache of its own.
  ///
  /// - Throws: `TypesettingError.library` if a font file cannot be read.
  public convenience init(fonts: FontCatalogue) throws(TypesettingError) {
    try self.init(cache: WordCache(fonts: fonts))
  }

  /// Creates a shaper over a cache that it shares with others of the same fonts.
  ///
  /// - Throws: `TypesettingError.library` if a font file cannot be read.
  public init(cache: WordCache) throws(TypesettingError) {
    catalogue = cache.fonts
    self.cache = cache
    fonts = try PangoFonts(try FontConfiguration.of(cache.fonts))
    hyphenation = HyphenationPatterns(cache.fonts.dictionaries)
  }

  /// Tells for each UTF-8 offset whether a line may begin there: Unicode's line breaking as Pango
  /// does it, and `BreakRules`.
  public func breakOpportunities(
    in text: String,
    language: String
  ) throws(TypesettingError) -> [Bool] {
    let scalars = Array(text.unicodeScalars)
    var attributes = [PangoLogAttr](repeating: PangoLogAttr(), count: scalars.count + 1)
    let length = Int32(text.utf8.count)
    unsafe text.withCString { bytes in
      unsafe attributes.withUnsafeMutableBufferPointer { buffer in
        unsafe pango_get_log_attrs(
          bytes,
          length,
          0,
          pango_language_from_string(language),
          buffer.baseAddress,
          Int32(buffer.count)
        )
      }
    }
    var result = [Bool](repeating: false, count: Int(length) + 1)
    var offset = 0
    for (index, scalar) in scalars.enumerated() {
      result[offset] =
        attributes[index].is_line_break != 0 && BreakRules.allowBreak(before: index, in: scalars)
      offset += UTF8.width(scalar)
    }
    return result
  }

  /// Shapes a word and finds its breaks.
  public func word(
    _ text: String,
    style: ShapingStyle,
    isHyphenated: Bool
  ) throws(TypesettingError) -> ShapedWord {
    let key = WordCache.Key(
      style: try resolve(style).number,
      kind: isHyphenated ? .hyphenatedWord : .word,
      text: text
    )
    if case .word(let word) = cache[key] { return word }
    let word = try composeWord(text, style: style) { shown in
      isHyphenated ? hyphenation.offsets(in: shown, language: style.language) : []
    }
    cache.keep(.word(word), for: key)
    return word
  }

  /// Shapes a part of a word, with a hyphen behind it if asked for.
  public func piece(
    _ text: String,
    style: ShapingStyle,
    endsInHyphen: Bool
  ) throws(TypesettingError) -> [GlyphRun] {
    let resolved = try resolve(style)
    let key = WordCache.Key(
      style: resolved.number,
      kind: endsInHyphen ? .pieceWithHyphen : .piece,
      text: text
    )
    if case .runs(let runs) = cache[key] { return runs }
    var runs = try resolved.shape(endsInHyphen ? text + "-" : text)
    if endsInHyphen, let last = runs.indices.last, let cluster = runs[last].clusters.indices.last {
      // U+00AD is two bytes where the hyphen was one.
      runs[last].text.removeLast()
      runs[last].text += "\u{AD}"
      runs[last].clusters[cluster].bytes += 1
    }
    cache.keep(.runs(runs), for: key)
    return runs
  }

  /// Shapes a space between two words.
  public func space(
    _ text: String,
    after left: Character?,
    before right: Character?,
    style: ShapingStyle
  ) throws(TypesettingError) -> [GlyphRun] {
    let resolved = try resolve(style)
    let left = left.map { String($0) }
    let right = right.map { String($0) }
    let whole = (left ?? "") + text + (right ?? "")
    let key = WordCache.Key(
      style: resolved.number,
      kind: .space(left: left != nil, right: right != nil),
      text: whole
    )
    if case .runs(let runs) = cache[key] { return runs }
    var runs = try piece(text, style: style, endsInHyphen: false)
    if left != nil || right != nil, let last = runs.indices.last,
      let glyph = runs[last].glyphs.indices.last
    {
      var width = try resolved.shape(whole).reduce(Length.zero) { $0 + $1.width }
      for part in [left, text, right].compactMap({ $0 }) {
        // Through the cache: there are many pairs and few characters.
        width -= try piece(part, style: style, endsInHyphen: false)
          .reduce(.zero) { $0 + $1.width }
      }
      runs[last].glyphs[glyph].advance += width
    }
    cache.keep(.runs(runs), for: key)
    return runs
  }

  /// The ascent and descent of the style's first font, both positive.
  public func extents(
    of style: ShapingStyle
  ) throws(TypesettingError) -> (ascent: Length, descent: Length) {
    try resolve(style).extents
  }

  private func resolve(_ style: ShapingStyle) throws(TypesettingError) -> ResolvedStyle {
    if let latest, latest.style == style { return latest.resolved }
    let resolved: ResolvedStyle
    if let known = styles[style] {
      resolved = known
    } else {
      resolved = try ResolvedStyle(
        style,
        number: cache.number(of: style),
        catalogue: catalogue,
        fonts: fonts
      )
      styles[style] = resolved
    }
    latest = (style, resolved)
    return resolved
  }
}
