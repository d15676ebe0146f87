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
  /// The looks of the latest styles, the latest first.
  private var latest: [(style: ShapingStyle, look: ShapingLook)] = []
  /// Where keys are put together.
  private var scratch: [UInt8] = []

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
    fonts = try PangoFonts(cache.fonts)
    hyphenation = HyphenationPatterns(cache.fonts.dictionaries)
  }

  /// The look that a style has in a language.
  public func look(
    of style: TextStyle, language: String
  ) throws(TypesettingError) -> ShapingLook {
    for index in latest.indices where latest[index].style.isThat(of: style, language: language) {
      if index > 0 { latest.swapAt(index, index - 1) }
      return latest[max(index - 1, 0)].look
    }
    let shaping = ShapingStyle(style, language: language)
    let number = try number(of: shaping)
    let extents = styles[number].extents
    let look = ShapingLook(number: number, ascent: extents.ascent, descent: extents.descent)
    if latest.count == 16 { latest.removeLast() }
    latest.append((shaping, look))
    return look
  }

  private func number(of style: ShapingStyle) throws(TypesettingError) -> Int {
    if let known = numbers[style] { return known }
    let resolved = try ResolvedStyle(
      style, number: cache.number(of: style), catalogue: catalogue, fonts: fonts)
    styles.append(resolved)
    numbers[style] = styles.count - 1
    return styles.count - 1
  }

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
    if let known = cache.glyphs(of: text, style: style.number, kind: kind) { return known }
    let shaped = try style.shape(text, endsInHyphen: endsInHyphen)
    cache.keep(.glyphs(shaped), of: text, style: style.number, kind: kind)
    return shaped
  }

  /// Finds the breaks of a word.
  public func breaks(
    in text: Span<UInt8>, look: ShapingLook, isHyphenated: Bool
  ) throws(TypesettingError) -> WordBreaks {
    let style = styles[look.number]
    let kind: WordCache.Kind = isHyphenated ? .hyphenation : .breaks
    if let known = cache.breaks(of: text, style: style.number, kind: kind) { return known }
    let breaks = try composeBreaks(in: text, look: look) { shown in
      guard isHyphenated else { return [] }
      return hyphenation.offsets(
        in: String(decoding: shown, as: UTF8.self), language: style.language)
    }
    cache.keep(.breaks(breaks), of: text, style: style.number, kind: kind)
    return breaks
  }

  /// Shapes a space between two words.
  public func space(
    _ text: Span<UInt8>,
    after left: ShapedText?,
    before right: ShapedText?,
    look: ShapingLook
  ) throws(TypesettingError) -> ShapedText {
    let (first, last) = (left?.lastCharacter ?? 0, right?.firstCharacter ?? 0)
    guard first > 0 || last > 0 else {
      return try piece(text, look: look, endsInHyphen: false)
    }
    scratch.removeAll(keepingCapacity: true)
    if let left { scratch.append(contentsOf: left.text.suffix(first)) }
    for index in 0..<text.count { scratch.append(text[index]) }
    if let right { scratch.append(contentsOf: right.text.prefix(last)) }
    let kind: WordCache.Kind =
      first == 0 ? .spaceBefore : last == 0 ? .spaceBehind : .space
    let style = styles[look.number]
    if let known = cache.glyphs(of: scratch.span, style: style.number, kind: kind) {
      return known
    }
    let whole = scratch
    let end = whole.count - last
    var width = try style.shape(whole.span, endsInHyphen: false).width
    for part in [0..<first, first..<end, end..<whole.count] where !part.isEmpty {
      // Through the cache: there are many pairs and few characters.
      width -= try piece(whole.span.extracting(part), look: look, endsInHyphen: false).width
    }
    let space = try piece(text, look: look, endsInHyphen: false).widened(by: width)
    cache.keep(.glyphs(space), of: whole.span, style: style.number, kind: kind)
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
