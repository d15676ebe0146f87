import CPango

/// The feature that puts letters and accents together (`ccmp`), which is idle in plain text.
///
/// A face may have hundreds of rules for it, and HarfBuzz tries them on each glyph of each word: in some
/// faces that takes more than half of the time of shaping.
enum Composition {
  /// Whether the feature never applies to text of ASCII in a face.
  ///
  /// It does not if none of the glyphs that its lookups put in is among those to which such text can
  /// lead: a lookup that applied would have put one in.
  ///
  /// - Parameters:
  ///   - font: a font of the face.
  ///   - asked: the features that are asked for besides those that HarfBuzz applies unasked, by tag.
  @unsafe static func isIdle(in font: OpaquePointer, besides asked: [String]) -> Bool {
    guard !asked.contains(tag) else { return false }
    let face = unsafe hb_font_get_face(font)
    let glyphs = unsafe GlyphSet(ofASCIIIn: font)
    // All that are on work together: where one ends another begins.
    let lookups = unsafe GlyphSet(lookupsOf: [tag] + others + asked, in: face)
    unsafe glyphs.close(under: lookups, in: face)
    return unsafe GlyphSet(lookupsOf: [tag], in: face).putsInNone(of: glyphs, in: face)
  }

  /// The feature.
  static let tag = "ccmp"

  /// What else HarfBuzz applies to Latin text unasked, of the substitutions.
  private static let others = ["locl", "calt", "clig", "liga", "rclt", "rlig"]
}

/// A set of glyphs or of lookups, as HarfBuzz holds it.
@safe private final class GlyphSet {
  private let handle: OpaquePointer?

  private init() {
    unsafe handle = hb_set_create()
  }

  deinit {
    unsafe hb_set_destroy(handle)
  }

  /// The glyphs of the ASCII characters.
  convenience init(ofASCIIIn font: OpaquePointer) {
    self.init()
    for scalar in UInt32(0x20)...0x7E {
      var glyph: hb_codepoint_t = 0
      if unsafe hb_font_get_nominal_glyph(font, scalar, &glyph) != 0 {
        unsafe hb_set_add(handle, glyph)
      }
    }
  }

  /// The lookups of features, in all scripts and languages.
  convenience init(lookupsOf features: [String], in face: OpaquePointer?) {
    self.init()
    let tags = features.map { unsafe hb_tag_from_string($0, -1) } + [0]
    unsafe hb_ot_layout_collect_lookups(face, Self.substitutions, nil, nil, tags, handle)
  }

  /// The table of substitutions.
  private static let substitutions = unsafe hb_tag_from_string("GSUB", -1)

  /// Adds the glyphs to which lookups lead from those of the set.
  func close(under lookups: GlyphSet, in face: OpaquePointer?) {
    unsafe hb_ot_layout_lookups_substitute_closure(face, lookups.handle, handle)
  }

  /// Whether none of these lookups puts in one of some glyphs.
  func putsInNone(of glyphs: GlyphSet, in face: OpaquePointer?) -> Bool {
    let put = GlyphSet()
    var lookup = hb_codepoint_t.max
    while unsafe hb_set_next(handle, &lookup) != 0 {
      unsafe hb_ot_layout_lookup_collect_glyphs(
        face, Self.substitutions, lookup, nil, nil, nil, put.handle)
    }
    unsafe hb_set_intersect(put.handle, glyphs.handle)
    return unsafe hb_set_is_empty(put.handle) != 0
  }
}
