import CFontconfig
import CPango
import Drawing
import Typesetting

/// Pango's font map and context for one shaper: no hinting, no rounding, one point for one unit.
@safe final class PangoFonts {
  /// The size at which all shaping is done, in points; results are divided by it.
  ///
  /// It is large, because Pango counts in 1024ths of a point.
  static let shapingSize = 1000.0
  /// From Pango's units at the shaping size to a share of the em.
  static let scale = 1 / (1024 * shapingSize)

  private let map: UnsafeMutablePointer<PangoFontMap>
  private let context: OpaquePointer
  private let configuration: FontConfiguration
  private let buffer: OpaquePointer

  init(_ fonts: FontCatalogue) throws(TypesettingError) {
    configuration = try FontConfiguration(fonts)
    guard let map = unsafe pango_ft2_font_map_new() else {
      throw .library("Pango cannot create a font map")
    }
    unsafe self.map = map
    // The same object, as the type that pangofc and pangoft2 know it by.
    let object = OpaquePointer(map)
    unsafe configuration.withHandle { unsafe pango_fc_font_map_set_config(object, $0) }
    unsafe pango_fc_font_map_set_default_substitute(object, switchOffHinting, nil, nil)
    unsafe pango_ft2_font_map_set_resolution(object, 72, 72)
    guard let context = unsafe pango_font_map_create_context(map) else {
      unsafe g_object_unref(map)
      throw .library("Pango cannot create a context")
    }
    unsafe self.context = context
    guard let buffer = unsafe hb_buffer_create() else {
      unsafe g_object_unref(UnsafeMutableRawPointer(context))
      unsafe g_object_unref(map)
      throw .library("HarfBuzz cannot create a buffer")
    }
    unsafe self.buffer = buffer
    unsafe pango_context_set_round_glyph_positions(context, 0)
    unsafe pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
  }

  deinit {
    unsafe hb_buffer_destroy(buffer)
    unsafe g_object_unref(UnsafeMutableRawPointer(context))
    unsafe g_object_unref(map)
  }

  /// Lends a buffer for text to be shaped.
  func withBuffer<Result>(_ body: (OpaquePointer) -> Result) -> Result {
    unsafe body(buffer)
  }

  /// The family name under which Pango knows a face; its file is opened if it was not yet.
  ///
  /// - Throws: `TypesettingError.library` if the file is not the one that was listed.
  func family(of face: FontFace) throws(TypesettingError) -> String {
    if try configuration.open(face) {
      unsafe pango_fc_font_map_config_changed(OpaquePointer(map))
    }
    return try configuration.name(of: face)
  }

  /// Whether a font file that was asked for is missing or another than the one that was listed.
  var hasRefusedFile: Bool { configuration.hasRefusedFile }

  /// Lends the context.
  func withContext<Result>(_ body: (OpaquePointer) -> Result) -> Result {
    unsafe body(context)
  }
}

/// Keeps fontconfig from asking FreeType for hinted outlines.
private func switchOffHinting(_ pattern: OpaquePointer?, _ data: UnsafeMutableRawPointer?) {
  unsafe FcPatternDel(pattern, FC_HINTING)
  unsafe FcPatternAddBool(pattern, FC_HINTING, FcFalse)
  unsafe FcPatternDel(pattern, FC_HINT_STYLE)
  unsafe FcPatternAddInteger(pattern, FC_HINT_STYLE, FC_HINT_NONE)
}
