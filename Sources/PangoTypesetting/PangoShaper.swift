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
  /// The styles that were met; a look's number is an index.
  private var styles: [ResolvedStyle] = []
  private var numbers: [ShapingStyle: Int] = [:]
  /// The number of the style that was asked for last.
  private var latest = 0

  /// Creates a shaper with a cache of its own.
  ///
  /// - Throws: `TypesettingError.library` if fontconfig or Pango cannot be set up.
  public convenience init(fonts: FontCatalogue) throws(TypesettingError) {
    try self.init(cache: WordCache(fonts: fonts))
  }

  /// Creates a shaper over a cache that it shares with others of the same fonts.
  ///
  /// - Throws: `TypesettingError.library` if fontconfig or Pango cannot be set up.
  public init(cache: WordCache) throws(TypesettingError) {
    catalogue = cache.fonts
    self.cache = cache
    fonts = try PangoFonts()
    hyphenation = HyphenationPatterns(cache.fonts.dictionaries)
  }

  /// The look that a style has in a language.
  public func look(
    of style: TextStyle, language: String
  ) throws(TypesettingError) -> ShapingLook {
    let (styles, latest) = (styles, latest)
    // Nearly always one of a few.
    for step in 0..<min(styles.count, Self.stylesInSight) {
      let number = latest + step < styles.count ? latest + step : latest + step - styles.count
      guard styles[number].isThat(of: style, language: language) else { continue }
      if step > 0 { self.latest = number }
      return styles[number].look
    }
    let shaping = ShapingStyle(style, language: language)
    if let number = numbers[shaping] {
      self.latest = number
      return styles[number].look
    }
    let resolved = try ResolvedStyle(
      shaping, number: styles.count, numberInCache: cache.number(of: shaping),
      catalogue: catalogue, fonts: fonts)
    numbers[shaping] = styles.count
    self.latest = styles.count
    self.styles.append(resolved)
    return resolved.look
  }

  /// So many styles are looked through before one is looked up.
  private static let stylesInSight = 48

  /// Whether a listed file that text asked for is missing or another than the one that was listed.
  var hasRefusedFile: Bool { fonts.hasRefusedFile || hyphenation.hasRefusedFile }

  /// Tells for each UTF-8 offset whether a line may begin there: Unicode's line breaking as Pango
  /// does it, and `BreakRules`.
  public func breakOpportunities(
    in text: Span<UInt8>,
    language: String
  ) throws(TypesettingError) -> [Bool] {
    PangoBreaks.opportunities(in: text, language: language)
  }

  /// Shapes a word or a part of it, with a hyphen behind it if asked for.
  public func piece(
    _ text: Span<UInt8>,
    look: ShapingLook,
    endsInHyphen: Bool
  ) throws(TypesettingError) -> ShapedText {
    let style = styles[look.number]
    let kind: WordCache.Kind = endsInHyphen ? .pieceWithHyphen : .piece
    if let known = cache.glyphs(of: text, style: style.numberInCache, kind: kind) { return known }
    let shaped = try style.shape(text, endsInHyphen: endsInHyphen)
    cache.keep(.glyphs(shaped), of: text, style: style.numberInCache, kind: kind)
    return shaped
  }

  /// Finds the breaks of a word.
  public func breaks(
    in text: Span<UInt8>, of word: ShapedText, look: ShapingLook, isHyphenated: Bool
  ) throws(TypesettingError) -> WordBreaks {
    let style = styles[look.number]
    let kind: WordCache.Kind = isHyphenated ? .hyphenation : .breaks
    if let known = cache.breaks(of: text, style: style.numberInCache, kind: kind) { return known }
    let breaks = try measuredBreaks(in: text, of: word, look: look) { shown in
      guard isHyphenated else { return [] }
      return hyphenation.offsets(
        in: String(decoding: shown, as: UTF8.self), language: style.style.language)
    }
    cache.keep(.breaks(breaks), of: text, style: style.numberInCache, kind: kind)
    return breaks
  }

  /// Shapes a space between two words.
  public func space(
    _ text: Span<UInt8>,
    after left: ShapedText?,
    before right: ShapedText?,
    look: ShapingLook
  ) throws(TypesettingError) -> ShapedText {
    let before = left?.lastCharacter ?? 0
    let behind = right?.firstCharacter ?? 0
    guard before > 0 || behind > 0 else {
      return try piece(text, look: look, endsInHyphen: false)
    }
    let count = before + text.count + behind
    // Nearly always a letter, a space and a letter.
    if count <= 16 {
      var key = InlineArray<16, UInt8>(repeating: 0)
      for index in 0..<count {
        key[index] = Self.byte(index, of: text, after: left, before: right, offset: before)
      }
      return try space(
        key.span.extracting(first: count), between: before, and: behind, look: look)
    }
    let key = (0..<count).map { index in
      Self.byte(index, of: text, after: left, before: right, offset: before)
    }
    return try space(key.span, between: before, and: behind, look: look)
  }

  /// A byte of the last character of a word, of the spaces behind it, or of the first of the next word.
  private static func byte(
    _ index: Int, of text: Span<UInt8>, after left: ShapedText?, before right: ShapedText?,
    offset: Int
  ) -> UInt8 {
    if index < offset, let left { return left.text[left.text.count - offset + index] }
    if index >= offset + text.count, let right { return right.text[index - offset - text.count] }
    return text[index - offset]
  }

  /// Shapes the spaces of a text that begins and ends with so many bytes of other characters.
  private func space(
    _ text: Span<UInt8>, between before: Int, and behind: Int, look: ShapingLook
  ) throws(TypesettingError) -> ShapedText {
    let kind: WordCache.Kind =
      before == 0 ? .spaceBefore : behind == 0 ? .spaceBehind : .space
    let style = styles[look.number]
    if let known = cache.glyphs(of: text, style: style.numberInCache, kind: kind) {
      return known
    }
    let end = text.count - behind
    var width = try style.shape(text, endsInHyphen: false).width
    for part in [0..<before, before..<end, end..<text.count] where !part.isEmpty {
      // Through the cache: there are many pairs and few characters.
      width -= try piece(text.extracting(part), look: look, endsInHyphen: false).width
    }
    let space = try piece(text.extracting(before..<end), look: look, endsInHyphen: false)
      .widened(by: width)
    cache.keep(.glyphs(space), of: text, style: style.numberInCache, kind: kind)
    return space
  }
}

extension ShapedText {
  /// The same with more room behind its last glyph.
  fileprivate func widened(by width: Length) -> ShapedText {
    guard let last = glyphs.indices.last else { return self }
    var glyphs = glyphs
    glyphs[last].advance += width
    return ShapedText(text: text, runs: runs, clusters: clusters, glyphs: glyphs)
  }
}
