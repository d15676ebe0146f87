import Drawing

/// A face as one document embeds it: the used glyphs, each with its code, width and text.
final class EmbeddedFont {
  let file: FontFile
  let used: UsedGlyphs
  /// By glyph of the font file, the code that stands for it in content streams.
  let codes: [UInt16]
  /// By glyph of the font file, how far the pen moves, in thousandths of the em.
  let advances: [Double]
  private let bytes: [UInt8]
  private let glyphs: [UInt32]

  /// Takes the used glyphs out of a font.
  init(_ file: FontFile, used: UsedGlyphs) throws(DrawingError) {
    self.file = file
    self.used = used
    glyphs = used.glyphs
    let subset = try file.subset(glyphs)
    bytes = subset.bytes
    var codes = [UInt16](repeating: 0, count: used.texts.count)
    var advances = [Double](repeating: 0, count: used.texts.count)
    for (glyph, number) in zip(glyphs, subset.numbers) {
      codes[Int(glyph)] = number
      advances[Int(glyph)] = file.advance(of: glyph)
    }
    (self.codes, self.advances) = (codes, advances)
  }

  /// Writes the font; two-byte codes are the numbers of its glyphs.
  func write(into pdf: PDFFile) -> PDFFile.Object {
    let program = pdf.stream(bytes) { entries in
      if file.isCFF {
        entries.add("/Subtype/CIDFontType0C")
      } else {
        entries.add("/Length1 ")
        entries.integer(bytes.count)
      }
    }
    let name = "\(tag)+\(file.name)"
    let descriptor = pdf.add { write(descriptorOf: name, program, into: &$0) }
    let descendant = pdf.add { font in
      font.add(
        text: "<</Type/Font/Subtype/\(file.isCFF ? "CIDFontType0" : "CIDFontType2")/BaseFont")
      font.name(name)
      font.add("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>")
      if !file.isCFF { font.add("/CIDToGIDMap/Identity") }
      font.add("/FontDescriptor ")
      font.reference(descriptor)
      font.add("/W")
      writeWidths(into: &font)
      font.add(">>")
    }
    let map = pdf.stream(
      ToUnicodeMap(pairs: pairs.map { ($0.code, used.texts[$0.glyph]) }).bytes)
    return pdf.add { font in
      font.add("<</Type/Font/Subtype/Type0/BaseFont")
      font.name(name)
      font.add("/Encoding/Identity-H/DescendantFonts[")
      font.reference(descendant)
      font.add("]/ToUnicode ")
      font.reference(map)
      font.add(">>")
    }
  }

  /// The glyphs with their codes, by code.
  private var pairs: [(code: UInt16, glyph: Int)] {
    glyphs.map { (codes[Int($0)], Int($0)) }.sorted { $0.0 < $1.0 }
  }

  /// Six letters that tell this choice of glyphs from another (FNV-1a).
  private var tag: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for glyph in glyphs { hash = (hash ^ UInt64(glyph)) &* 0x0000_0100_0000_01B3 }
    var letters = ""
    for _ in 0..<6 {
      letters.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: "A") + UInt8(hash % 26)))
      hash /= 26
    }
    return letters
  }

  private func write(
    descriptorOf name: String, _ program: PDFFile.Object, into syntax: inout PDFSyntax
  ) {
    let measures = file.measures
    syntax.add("<</Type/FontDescriptor/FontName")
    syntax.name(name)
    // Symbolic: the codes are no letters. 64 is italic.
    syntax.add(text: "/Flags \(measures.italicAngle == 0 ? 4 : 68)/FontBBox[")
    for (index, edge) in measures.box.enumerated() {
      if index > 0 { syntax.add(" ") }
      syntax.decimal(edge, places: 0)
    }
    syntax.add("]")
    for (key, value) in [
      ("ItalicAngle", measures.italicAngle), ("Ascent", measures.ascent),
      ("Descent", measures.descent), ("CapHeight", measures.capHeight), ("StemV", 80),
    ] {
      syntax.add(text: "/\(key) ")
      syntax.decimal(value, places: 0)
    }
    syntax.add(file.isCFF ? "/FontFile3 " : "/FontFile2 ")
    syntax.reference(program)
    syntax.add(">>")
  }

  /// `[1[500 600]7[250]]`: the widths of each unbroken row of codes.
  private func writeWidths(into syntax: inout PDFSyntax) {
    syntax.add("[")
    var expected: UInt16?
    for (code, glyph) in pairs {
      if code == expected {
        syntax.add(" ")
      } else {
        if expected != nil { syntax.add("]") }
        syntax.integer(Int(code))
        syntax.add("[")
      }
      syntax.decimal(advances[glyph], places: 2)
      expected = code + 1
    }
    syntax.add(expected == nil ? "]" : "]]")
  }
}

/// The map from a font's codes to text that readers copy, search and speak.
private struct ToUnicodeMap {
  let bytes: [UInt8]
  /// A block may have no more pairs.
  private static let blockSize = 100

  init(pairs: [(code: UInt16, text: [UInt8])]) {
    var syntax = PDFSyntax()
    syntax.add(
      """
      /CIDInit /ProcSet findresource begin
      12 dict begin
      begincmap
      /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
      /CMapName /Adobe-Identity-UCS def
      /CMapType 2 def
      1 begincodespacerange
      <0000><FFFF>
      endcodespacerange

      """)
    for start in stride(from: 0, to: pairs.count, by: Self.blockSize) {
      let block = pairs[start..<min(pairs.count, start + Self.blockSize)]
      syntax.add(text: "\(block.count) beginbfchar\n")
      for (code, text) in block {
        syntax.hexadecimal(CollectionOfOne(code))
        syntax.hexadecimal(String(decoding: text, as: UTF8.self).utf16)
        syntax.add("\n")
      }
      syntax.add("endbfchar\n")
    }
    syntax.add("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
    bytes = syntax.bytes
  }
}
