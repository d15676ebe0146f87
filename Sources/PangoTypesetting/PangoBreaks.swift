import CPango
import Typesetting

/// Unicode's line breaking as Pango does it.
enum PangoBreaks {
  /// Tells for each UTF-8 offset of a text, its end included, whether a line may begin there: Unicode
  /// must allow it, and `BreakRules` must.
  static func opportunities(in text: Span<UInt8>, language: String) -> [Bool] {
    var result = [Bool](repeating: false, count: text.count + 1)
    var scalars = 0
    for place in 0..<text.count where text[place] & 0xC0 != 0x80 { scalars += 1 }
    let attributes = attributes(of: text, scalars: scalars, language: language)
    var index = 0
    for place in 0..<text.count where text[place] & 0xC0 != 0x80 {
      result[place] =
        attributes[index].is_line_break != 0 && BreakRules.allowBreak(at: place, in: text)
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
