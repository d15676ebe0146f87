import CPango
import Typesetting

/// Where lines may begin: Unicode's line breaking as Pango does it, and `BreakRules`.
enum PangoBreaks {
  /// Tells for each UTF-8 offset of a text, its end included, whether a line may begin there: Unicode
  /// must allow it, and `BreakRules` must.
  static func opportunities(in text: Span<UInt8>, language: String) -> [Bool] {
    let plain = isPlainLanguage(language) ? LatinBreaks.opportunities(in: text) : nil
    var result = plain ?? unicode(text, language: language)
    for place in 0..<text.count where result[place] {
      result[place] = BreakRules.allowBreak(at: place, in: text)
    }
    result[text.count] = false
    return result
  }

  /// Whether Pango has no rules of its own for a language.
  private static func isPlainLanguage(_ language: String) -> Bool {
    language == "nl" || language == "en" || language.hasPrefix("nl-") || language.hasPrefix("en-")
  }

  /// Tells for each UTF-8 offset of a text whether Unicode lets a line begin there.
  static func unicode(_ text: Span<UInt8>, language: String) -> [Bool] {
    var result = [Bool](repeating: false, count: text.count + 1)
    var scalars = 0
    for place in 0..<text.count where text[place] & 0xC0 != 0x80 { scalars += 1 }
    let attributes = attributes(of: text, scalars: scalars, language: language)
    var index = 0
    for place in 0..<text.count where text[place] & 0xC0 != 0x80 {
      result[place] = attributes[index].is_line_break != 0
      index += 1
    }
    return result
  }

  private static func attributes(
    of text: Span<UInt8>, scalars: Int, language: String
  ) -> [PangoLogAttr] {
    var result = [PangoLogAttr](repeating: PangoLogAttr(), count: scalars + 1)
    var bytes: [CChar] = []
    bytes.reserveCapacity(text.count + 1)
    for place in 0..<text.count { bytes.append(CChar(bitPattern: text[place])) }
    bytes.append(0)
    unsafe result.withUnsafeMutableBufferPointer { buffer in
      unsafe pango_get_log_attrs(
        bytes, Int32(text.count), 0, pango_language_from_string(language), buffer.baseAddress,
        Int32(buffer.count))
    }
    return result
  }
}
