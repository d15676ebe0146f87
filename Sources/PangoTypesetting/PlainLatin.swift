import CPango
import Drawing
import Typesetting

/// Shapes text of Latin letters, digits and common marks in one face, straight with HarfBuzz.
///
/// Pango would cut such text into one item and hand it to HarfBuzz with the same settings: what comes
/// out is the same, and most of a report's words are of this kind.
@safe final class PlainLatin {
  private let id: FontID
  private let font: OpaquePointer
  private let language: OpaquePointer?
  private let features: [hb_feature_t]
  /// The same for text of ASCII, with `Composition` switched off if it is idle there; nil as long as it
  /// was not worth the while to find out.
  private var featuresOfASCII: [hb_feature_t]?
  private var textsOfASCII = 0
  private let style: ShapingStyle
  private let fonts: PangoFonts

  /// Makes ready a face of a style.
  ///
  /// - Parameters:
  ///   - style: the style.
  ///   - font: the face as Pango loaded it; it must live as long.
  ///   - id: its number.
  ///   - fonts: lends the buffer.
  @unsafe init?(
    _ style: ShapingStyle, font: UnsafeMutablePointer<PangoFont>, id: FontID, fonts: PangoFonts
  ) {
    guard let font = unsafe pango_font_get_hb_font(font) else { return nil }
    unsafe self.font = font
    self.id = id
    self.fonts = fonts
    self.style = style
    // Pango knows languages in lower case.
    unsafe language = hb_language_from_string(
      pango_language_to_string(pango_language_from_string(style.language)), -1)
    features = Self.features(style.settings)
  }

  /// The features for text of ASCII.
  private func settledFeaturesOfASCII() -> [hb_feature_t] {
    if let featuresOfASCII { return featuresOfASCII }
    textsOfASCII += 1
    guard textsOfASCII > Self.fewTexts else { return features }
    let isIdle = unsafe Composition.isIdle(in: font, besides: style.features)
    let result = isIdle ? Self.features(style.settings + [Composition.tag + "=0"]) : features
    featuresOfASCII = result
    return result
  }

  /// So many texts cost less to shape than it costs to look into the face.
  private static let fewTexts = 32

  private static func features(_ settings: [String]) -> [hb_feature_t] {
    settings.compactMap { setting in
      var feature = hb_feature_t()
      return unsafe hb_feature_from_string(setting, -1, &feature) != 0 ? feature : nil
    }
  }

  /// Whether all of a text is Latin letters, digits and common marks, which are one item.
  static func isPlain(_ text: Span<UInt8>) -> Bool {
    var place = 0
    while place < text.count {
      let byte = text[place]
      switch byte {
      case 0x20...0x7E: place += 1
      // U+00C0 to U+024F.
      case 0xC3...0xC8: place += 2
      case 0xC9:
        guard text[place + 1] <= 0x8F else { return false }
        place += 2
      case 0xE2:
        // Dashes of an en and an em, and quotation marks.
        guard text[place + 1] == 0x80,
          [0x93, 0x94, 0x98, 0x99, 0x9C, 0x9D].contains(text[place + 2])
        else { return false }
        place += 3
      default: return false
      }
    }
    return true
  }

  /// Shapes plain text, with a hyphen behind it if asked for; nil if the face lacks a character.
  func shape(_ text: Span<UInt8>, endsInHyphen: Bool) -> ShapedText? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count + 2)
    var isASCII = true
    for index in 0..<text.count {
      bytes.append(text[index])
      if text[index] >= 0x80 { isASCII = false }
    }
    let features = isASCII ? settledFeaturesOfASCII() : features
    if endsInHyphen { bytes.append(UInt8(ascii: "-")) }
    return unsafe fonts.withBuffer { buffer in
      unsafe hb_buffer_clear_contents(buffer)
      unsafe hb_buffer_set_direction(buffer, HB_DIRECTION_LTR)
      unsafe hb_buffer_set_script(buffer, HB_SCRIPT_LATIN)
      unsafe hb_buffer_set_language(buffer, language)
      unsafe hb_buffer_set_cluster_level(
        buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS)
      unsafe hb_buffer_set_flags(
        buffer, hb_buffer_flags_t(HB_BUFFER_FLAG_BOT.rawValue | HB_BUFFER_FLAG_EOT.rawValue))
      unsafe bytes.withUnsafeBytes { bytes in
        let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        unsafe hb_buffer_add_utf8(buffer, start, Int32(bytes.count), 0, Int32(bytes.count))
      }
      unsafe hb_shape(font, buffer, features, UInt32(features.count))
      return unsafe read(buffer, text: bytes, endsInHyphen: endsInHyphen)
    }
  }

  private func read(
    _ buffer: OpaquePointer, text: [UInt8], endsInHyphen: Bool
  ) -> ShapedText? {
    var count: UInt32 = 0
    let infos = unsafe UnsafeBufferPointer(
      start: hb_buffer_get_glyph_infos(buffer, &count), count: Int(count))
    let positions = unsafe UnsafeBufferPointer(
      start: hb_buffer_get_glyph_positions(buffer, nil), count: Int(count))
    var glyphs: [Glyph] = []
    var clusters: [GlyphCluster] = []
    var isSafeBefore: [Bool] = []
    glyphs.reserveCapacity(Int(count))
    clusters.reserveCapacity(Int(count))
    isSafeBefore.reserveCapacity(Int(count))
    for index in infos.indices {
      let info = unsafe infos[index]
      if info.codepoint == 0 { return nil }
      let endsCluster = unsafe index + 1 == infos.count || infos[index + 1].cluster != info.cluster
      let beginsCluster = unsafe index == 0 || infos[index - 1].cluster != info.cluster
      let end = unsafe index + 1 == infos.count ? text.count : Int(infos[index + 1].cluster)
      if beginsCluster {
        clusters.append(GlyphCluster(bytes: 0, glyphs: 0))
        isSafeBefore.append(info.mask & HB_GLYPH_FLAG_UNSAFE_TO_BREAK.rawValue == 0)
      }
      clusters[clusters.count - 1].glyphs += 1
      if endsCluster { clusters[clusters.count - 1].bytes = end - Int(info.cluster) }
      let position = unsafe positions[index]
      var advance = Double(position.x_advance) * PangoFonts.scale
      if endsCluster { advance += style.tracking }
      glyphs.append(
        Glyph(
          id: info.codepoint, advance: Length(advance),
          offset: Point(
            x: Length(Double(position.x_offset) * PangoFonts.scale),
            y: Length(Double(position.y_offset) * PangoFonts.scale))))
    }
    var text = text
    if endsInHyphen, let last = clusters.indices.last {
      // U+00AD is two bytes where the hyphen was one.
      text[text.count - 1] = 0xC2
      text.append(0xAD)
      clusters[last].bytes += 1
    }
    let run = ShapedText.Run(
      font: id, bytes: text.count, clusters: clusters.count, glyphs: glyphs.count)
    return ShapedText(
      text: text, runs: [run], clusters: clusters, glyphs: glyphs, isSafeBefore: isSafeBefore)
  }
}
