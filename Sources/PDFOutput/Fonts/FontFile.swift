import CHarfBuzz
import Drawing

/// Owns a font file that HarfBuzz has opened, with what a PDF says of it.
@safe final class FontFile {
  /// The name that the font has for programs: `Inter-SemiBold`.
  let name: String
  /// Whether the outlines are those of a CFF table; else TrueType's.
  let isCFF: Bool
  /// Measures of the whole font in thousandths of the em.
  let measures: Measures
  private let face: OpaquePointer
  private let font: OpaquePointer
  private let unitsPerEm: Double

  /// What a font descriptor states, in thousandths of the em.
  struct Measures {
    /// Left, bottom, right, top of what all glyphs together take.
    var box: [Double]
    var ascent: Double
    var descent: Double
    var capHeight: Double
    /// In degrees; negative for a font that leans to the right.
    var italicAngle: Double
  }

  /// Opens the file of a face.
  ///
  /// - Throws: `DrawingError.font` if it cannot be read, or is no font with outlines.
  init(_ entry: FontFace) throws(DrawingError) {
    let blob = unsafe hb_blob_create_from_file(entry.path)
    defer { unsafe hb_blob_destroy(blob) }
    guard let face = unsafe hb_face_create(blob, UInt32(entry.faceIndex)),
      unsafe hb_face_get_glyph_count(face) > 0, let font = unsafe hb_font_create(face)
    else { throw .font(path: entry.path) }
    unsafe self.face = face
    unsafe self.font = font
    unitsPerEm = Double(unsafe hb_face_get_upem(face))
    isCFF = unsafe !Self.table("CFF ", of: face).isEmpty
    name = unsafe Self.postScriptName(of: face) ?? "Font\(entry.id.index)"
    measures = unsafe Self.measures(of: face, unitsPerEm: unitsPerEm)
  }

  deinit {
    unsafe hb_font_destroy(font)
    unsafe hb_face_destroy(face)
  }

  /// How far the pen moves behind a glyph, in thousandths of the em.
  func advance(of glyph: UInt32) -> Double {
    Double(unsafe hb_font_get_glyph_h_advance(font, glyph)) * 1000 / unitsPerEm
  }

  /// A font file with some glyphs only, and the number that each of them has in it; the glyphs that
  /// others are made of come with them.
  ///
  /// - Throws: `DrawingError.pdf` if HarfBuzz cannot make it.
  func subset(_ glyphs: [UInt32]) throws(DrawingError) -> (bytes: [UInt8], numbers: [UInt16]) {
    guard let input = unsafe hb_subset_input_create_or_fail() else { throw .pdf("no memory") }
    defer { unsafe hb_subset_input_destroy(input) }
    let wanted = unsafe hb_subset_input_glyph_set(input)
    for glyph in glyphs { unsafe hb_set_add(wanted, glyph) }
    // Text is shaped already; a PDF draws glyphs by number.
    let dropped = unsafe hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
    for table in ["GSUB", "GPOS", "GDEF", "cmap", "name", "post", "OS/2", "kern", "STAT", "meta"] {
      unsafe hb_set_add(dropped, Self.tag(table))
    }
    guard let plan = unsafe hb_subset_plan_create_or_fail(face, input) else {
      throw .pdf("no plan for the glyphs of \(name)")
    }
    defer { unsafe hb_subset_plan_destroy(plan) }
    guard let made = unsafe hb_subset_plan_execute_or_fail(plan) else {
      throw .pdf("the glyphs of \(name) cannot be taken out of it")
    }
    defer { unsafe hb_face_destroy(made) }
    let mapping = unsafe hb_subset_plan_old_to_new_glyph_mapping(plan)
    let numbers = glyphs.map { UInt16(truncatingIfNeeded: unsafe hb_map_get(mapping, $0)) }
    if isCFF { return (unsafe Self.table("CFF ", of: made), numbers) }
    let blob = unsafe hb_face_reference_blob(made)
    defer { unsafe hb_blob_destroy(blob) }
    return (unsafe Self.bytes(of: blob), numbers)
  }
}

// MARK: - Tables

extension FontFile {
  private static func tag(_ name: String) -> hb_tag_t {
    name.utf8.reduce(0) { $0 << 8 | hb_tag_t($1) }
  }

  private static func bytes(of blob: OpaquePointer?) -> [UInt8] {
    var count: UInt32 = 0
    guard let data = unsafe hb_blob_get_data(blob, &count) else { return [] }
    return unsafe [UInt8](UnsafeRawBufferPointer(start: data, count: Int(count)))
  }

  /// The bytes of a table; none if the font does not have it.
  private static func table(_ name: String, of face: OpaquePointer) -> [UInt8] {
    let blob = unsafe hb_face_reference_table(face, tag(name))
    defer { unsafe hb_blob_destroy(blob) }
    return unsafe bytes(of: blob)
  }

  private static func postScriptName(of face: OpaquePointer) -> String? {
    var length: UInt32 = 128
    let text = unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(length)) {
      buffer in
      unsafe buffer.initialize(repeating: 0)
      unsafe hb_ot_name_get_utf8(
        face, hb_ot_name_id_t(HB_OT_NAME_ID_POSTSCRIPT_NAME), nil, &length, buffer.baseAddress)
      return unsafe buffer.baseAddress.map { unsafe String(cString: $0) } ?? ""
    }
    return text.isEmpty ? nil : text
  }

  private static func measures(of face: OpaquePointer, unitsPerEm: Double) -> Measures {
    let head = unsafe table("head", of: face)
    let horizontal = unsafe table("hhea", of: face)
    let metrics = unsafe table("OS/2", of: face)
    let post = unsafe table("post", of: face)
    func word(_ table: [UInt8], _ place: Int) -> Double {
      guard place + 1 < table.count else { return 0 }
      return Double(Int16(truncatingIfNeeded: Int(table[place]) << 8 | Int(table[place + 1])))
    }
    func scaled(_ table: [UInt8], _ place: Int) -> Double {
      word(table, place) * 1000 / unitsPerEm
    }
    let ascent = scaled(horizontal, 4)
    let capHeight = scaled(metrics, 88)
    return Measures(
      box: [36, 38, 40, 42].map { scaled(head, $0) }, ascent: ascent,
      descent: scaled(horizontal, 6), capHeight: capHeight > 0 ? capHeight : ascent,
      italicAngle: word(post, 4))
  }
}
