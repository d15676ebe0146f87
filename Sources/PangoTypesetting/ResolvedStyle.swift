import CPango
import Drawing
import Typesetting

/// A shaping style with the faces that serve it, ready for Pango.
@safe final class ResolvedStyle {
  /// A face of the style with its attributes.
  @unsafe private struct Face {
    var id: FontID
    var opened: OpenedFace
    var font: UnsafeMutablePointer<PangoFont>
    var attributes: OpaquePointer
  }

  /// The style.
  let style: ShapingStyle
  /// What setters know it by.
  let look: ShapingLook
  /// Its number in the word cache.
  let numberInCache: Int

  private var faces: [Face]
  private let script: PangoScript
  /// Shapes most text, in the first face; nil for a language of another script.
  private let latin: PlainLatin?

  init(
    _ style: ShapingStyle,
    number: Int,
    numberInCache: Int,
    catalogue: FontCatalogue,
    fonts: PangoFonts
  ) throws(TypesettingError) {
    self.style = style
    self.numberInCache = numberInCache
    let language = unsafe pango_language_from_string(style.language)
    unsafe script = Self.script(of: language)
    var faces = unsafe [Face]()
    for family in style.families {
      guard
        let face = catalogue.face(
          family: family,
          weight: style.weight,
          isItalic: style.isItalic
        )
      else {
        unsafe Self.free(faces)
        throw .unknownFamily(family)
      }
      do throws(TypesettingError) {
        unsafe faces.append(try Self.load(face, style: style, language: language, fonts: fonts))
      } catch {
        unsafe Self.free(faces)
        throw error
      }
    }
    unsafe self.faces = faces
    guard let first = unsafe faces.first else { throw .unknownFamily("") }
    let extents = unsafe Self.extents(of: first.font)
    look = ShapingLook(number: number, ascent: extents.ascent, descent: extents.descent)
    // Text of digits and marks takes the script of the language: only there it is like that of letters.
    unsafe latin =
      script == PANGO_SCRIPT_LATIN
      ? PlainLatin(style, font: first.font, id: first.id, fonts: fonts) : nil
  }

  /// Whether a look in a language has this style.
  func isThat(of other: TextStyle, language: String) -> Bool {
    style.isThat(of: other, language: language)
  }

  deinit {
    unsafe Self.free(faces)
  }

  /// Shapes text without line breaks, with a hyphen behind it if asked for; advances are for an em of
  /// one point.
  func shape(_ text: Span<UInt8>, endsInHyphen: Bool) throws(TypesettingError) -> ShapedText {
    if let latin, PlainLatin.isPlain(text),
      let shaped = latin.shape(text, endsInHyphen: endsInHyphen)
    {
      return shaped
    }
    var bytes = text.array(reserving: 1)
    if endsInHyphen { bytes.append(UInt8(ascii: "-")) }
    return ShapedText(
      try runs(of: String(decoding: bytes, as: UTF8.self)), endsInHyphen: endsInHyphen)
  }

  /// Shapes text as Pango cuts it into items.
  func runs(of text: String) throws(TypesettingError) -> [GlyphRun] {
    var runs: [GlyphRun] = []
    for part in try partsByFace(text) {
      let run = unsafe shape(part.text, with: faces[part.face])
      guard let unknown = run.unknown else {
        runs.append(run.run)
        continue
      }
      throw .missingGlyph(unknown, families: style.families, tag: 0)
    }
    return runs
  }

  // MARK: Choosing faces

  private func partsByFace(
    _ text: String
  ) throws(TypesettingError) -> [(text: String, face: Int)] {
    if text.unicodeScalars.allSatisfy({ has($0, face: 0) }) { return [(text, 0)] }
    var parts: [(text: String, face: Int)] = []
    for character in text {
      guard
        let face = unsafe faces.indices.first(where: { face in
          character.unicodeScalars.allSatisfy { has($0, face: face) }
        })
      else {
        let missing = character.unicodeScalars.first { !has($0, face: 0) }
        throw .missingGlyph(
          missing ?? "\u{FFFD}",
          families: style.families,
          tag: 0
        )
      }
      if parts.last?.face == face {
        parts[parts.count - 1].text.append(character)
      } else {
        parts.append((String(character), face))
      }
    }
    return parts
  }

  private func has(_ scalar: Unicode.Scalar, face: Int) -> Bool {
    switch scalar {
    case "\u{200C}"..."\u{200F}", "\u{2060}", "\u{FE00}"..."\u{FE0F}", "\u{FEFF}":
      // Invisible: they need no glyph.
      return true
    case "\u{2000}"..."\u{200A}", "\u{202F}", "\u{205F}", "\u{A0}":
      // HarfBuzz makes these from the font's space.
      return true
    case "\u{2011}":
      return unsafe pango_font_has_char(faces[face].font, 0x2011) != 0
        || pango_font_has_char(faces[face].font, 0x2010) != 0
    default:
      return unsafe pango_font_has_char(faces[face].font, scalar.value) != 0
    }
  }

  // MARK: Shaping

  private func shape(
    _ text: String,
    with face: Face
  ) -> (run: GlyphRun, unknown: Unicode.Scalar?) {
    var run = GlyphRun(font: unsafe face.id, size: 1, glyphs: [], text: text, clusters: [])
    var unknown: Unicode.Scalar?
    let length = Int32(text.utf8.count)
    let glyphs = unsafe pango_glyph_string_new()
    defer { unsafe pango_glyph_string_free(glyphs) }
    unsafe text.withCString { bytes in
      func shape(_ item: UnsafeMutablePointer<PangoItem>, from offset: Int, bytes count: Int32) {
        unsafe pango_shape_full(
          bytes + offset, count, bytes, length, &item.pointee.analysis, glyphs)
        unsafe append(glyphs, bytes: Int(count), to: &run, unknown: &unknown)
      }
      let items = unsafe itemize(bytes, length, with: face)
      for index in 0..<(unsafe g_list_length(items)) {
        let data = unsafe g_list_nth_data(items, index)
        guard let item = unsafe data?.assumingMemoryBound(to: PangoItem.self) else { continue }
        unsafe settleScript(of: item)
        unsafe shape(item, from: Int(item.pointee.offset), bytes: item.pointee.length)
        unsafe pango_item_free(item)
      }
      unsafe g_list_free(items)
    }
    return (run, unknown)
  }

  /// Cuts text into pieces of one script, each with what Pango needs to shape it.
  private func itemize(
    _ bytes: UnsafePointer<CChar>, _ length: Int32, with face: Face
  ) -> UnsafeMutablePointer<GList>? {
    unsafe face.opened.withContext { context in
      unsafe pango_itemize_with_base_dir(
        context, PANGO_DIRECTION_LTR, bytes, 0, length, face.attributes, nil)
    }
  }

  /// Gives digits and marks the script of the language: alone they have none, and in a sentence they
  /// take that of the words around them.
  private func settleScript(of item: UnsafeMutablePointer<PangoItem>) {
    let own = unsafe PangoScript(Int32(item.pointee.analysis.script))
    if own == PANGO_SCRIPT_COMMON || own == PANGO_SCRIPT_INHERITED {
      unsafe item.pointee.analysis.script = guint8(truncatingIfNeeded: script.rawValue)
    }
  }

  private func append(
    _ glyphs: UnsafeMutablePointer<PangoGlyphString>?,
    bytes: Int,
    to run: inout GlyphRun,
    unknown: inout Unicode.Scalar?
  ) {
    guard let glyphs = unsafe glyphs else { return }
    let count = Int(unsafe glyphs.pointee.num_glyphs)
    let empty = PangoGlyph(PANGO_GLYPH_EMPTY)
    for index in 0..<count {
      let info = unsafe glyphs.pointee.glyphs[index]
      let isUnknown = info.glyph & PangoGlyph(PANGO_GLYPH_UNKNOWN_FLAG) != 0
      if isUnknown, info.glyph != empty, unknown == nil {
        unknown = Unicode.Scalar(info.glyph & ~PangoGlyph(PANGO_GLYPH_UNKNOWN_FLAG)) ?? "\u{FFFD}"
      }
      let start = unsafe glyphs.pointee.log_clusters[index]
      let isNew = unsafe index == 0 || glyphs.pointee.log_clusters[index - 1] != start
      if isNew {
        var next = index + 1
        while next < count, unsafe glyphs.pointee.log_clusters[next] == start { next += 1 }
        let end = next < count ? Int(unsafe glyphs.pointee.log_clusters[next]) : bytes
        // Characters that only steer the text, as a word joiner does, have no glyph.
        let shown = (index..<next).count { unsafe glyphs.pointee.glyphs[$0].glyph != empty }
        run.clusters.append(GlyphCluster(bytes: end - Int(start), glyphs: shown))
      }
      if info.glyph == empty { continue }
      var advance = Double(info.geometry.width) * PangoFonts.scale
      let endsCluster =
        unsafe index == count - 1 || glyphs.pointee.log_clusters[index + 1] != start
      if endsCluster { advance += style.tracking }
      run.glyphs.append(
        Glyph(
          id: info.glyph,
          advance: Length(advance),
          offset: Point(
            x: Length(Double(info.geometry.x_offset) * PangoFonts.scale),
            y: Length(Double(info.geometry.y_offset) * PangoFonts.scale)
          )
        )
      )
    }
  }

  // MARK: Loading

  private static func load(
    _ face: FontFace,
    style: ShapingStyle,
    language: OpaquePointer?,
    fonts: PangoFonts
  ) throws(TypesettingError) -> Face {
    let opened = try fonts.opened(face)
    let description = unsafe pango_font_description_new()
    defer { unsafe pango_font_description_free(description) }
    unsafe pango_font_description_set_family(description, OpenedFace.family)
    unsafe pango_font_description_set_absolute_size(
      description,
      PangoFonts.shapingSize * Double(PANGO_SCALE)
    )
    let font = unsafe opened.withContext { unsafe pango_context_load_font($0, description) }
    guard let font = unsafe font else {
      throw .library("Pango cannot load the font file \(face.path)")
    }
    let place = unsafe font.withMemoryRebound(to: PangoFcFont.self, capacity: 1) {
      unsafe FaceInFile(of: pango_fc_font_get_pattern($0))
    }
    guard place == FaceInFile(path: face.path, index: face.faceIndex) else {
      unsafe g_object_unref(font)
      throw .library("Pango took \(place?.path ?? "no file") for the font file \(face.path)")
    }
    let attributes = unsafe pango_attr_list_new()
    unsafe pango_attr_list_insert(attributes, pango_attr_font_desc_new(description))
    unsafe pango_attr_list_insert(attributes, pango_attr_fallback_new(0))
    unsafe pango_attr_list_insert(attributes, pango_attr_language_new(language))
    let features = style.settings
    if !features.isEmpty {
      unsafe pango_attr_list_insert(
        attributes, pango_attr_font_features_new(features.joined(separator: ",")))
    }
    guard let attributes = unsafe attributes else {
      unsafe g_object_unref(font)
      throw .library("Pango cannot create attributes")
    }
    return unsafe Face(id: face.id, opened: opened, font: font, attributes: attributes)
  }

  private static func free(_ faces: [Face]) {
    unsafe faces.forEach { face in
      unsafe g_object_unref(face.font)
      unsafe pango_attr_list_unref(face.attributes)
    }
  }

  private static func script(of language: OpaquePointer?) -> PangoScript {
    var count: Int32 = 0
    guard let scripts = unsafe pango_language_get_scripts(language, &count), count > 0 else {
      return PANGO_SCRIPT_LATIN
    }
    return unsafe scripts[0]
  }

  private static func extents(
    of font: UnsafeMutablePointer<PangoFont>
  ) -> (ascent: Length, descent: Length) {
    var extents = hb_font_extents_t()
    unsafe hb_font_get_h_extents(pango_font_get_hb_font(font), &extents)
    // Pango's HarfBuzz fonts count y downward.
    return (
      Length(abs(Double(extents.ascender)) * PangoFonts.scale),
      Length(abs(Double(extents.descender)) * PangoFonts.scale)
    )
  }
}

extension ShapingStyle {
  /// The features in the syntax of Pango and HarfBuzz; letterspaced text has no ligatures.
  var settings: [String] {
    features.map { $0.contains("=") ? $0 : $0 + "=1" }
      + (tracking != 0 ? ["liga=0", "clig=0"] : [])
  }
}

extension ShapedText {
  /// Puts runs at an em of one point together; the text of a hyphen at the end is U+00AD.
  convenience init(_ runs: [GlyphRun], endsInHyphen: Bool) {
    var text = runs.flatMap { Array($0.text.utf8) }
    var clusters = runs.flatMap(\.clusters)
    var counts = runs.map { run in
      Run(
        font: run.font, bytes: run.text.utf8.count, clusters: run.clusters.count,
        glyphs: run.glyphs.count)
    }
    if endsInHyphen, let cluster = clusters.indices.last, let run = counts.indices.last {
      // U+00AD is two bytes where the hyphen was one.
      text.removeLast()
      text += [0xC2, 0xAD]
      clusters[cluster].bytes += 1
      counts[run].bytes += 1
    }
    self.init(text: text, runs: counts, clusters: clusters, glyphs: runs.flatMap(\.glyphs))
  }
}
