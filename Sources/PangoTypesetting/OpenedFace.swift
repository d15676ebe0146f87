import CFontconfig
import CPango
import Drawing
import Typesetting

/// A face whose file was found to be the one that was listed, as Pango knows it: the one font of a
/// fontconfig configuration and font map of its own.
///
/// Choosing between faces is the catalogue's job; here there is no other to choose, neither of the
/// catalogue nor of the machine. No hinting, no rounding, one point for one unit.
@safe final class OpenedFace {
  private let map: UnsafeMutablePointer<PangoFontMap>
  private let context: OpaquePointer
  /// The family name under which the face is known.
  static let family = "katern"

  /// Opens the file of a face.
  ///
  /// - Throws: `TypesettingError.library` for a file that is no font, or does not have the face.
  init(_ face: FontFace) throws(TypesettingError) {
    guard Self.machineFontsAreShutOut, let configuration = unsafe FcConfigCreate() else {
      throw .library("fontconfig cannot create a configuration")
    }
    // The map keeps it.
    defer { unsafe FcConfigDestroy(configuration) }
    guard unsafe FcConfigAppFontAddFile(configuration, face.path) == FcTrue else {
      throw .library("fontconfig cannot read the font file \(face.path)")
    }
    guard unsafe Self.name(face, in: configuration) else {
      throw .library("the font file \(face.path) has no face \(face.faceIndex)")
    }
    guard let map = unsafe pango_ft2_font_map_new() else {
      throw .library("Pango cannot create a font map")
    }
    unsafe self.map = map
    // The same object, as the type that pangofc and pangoft2 know it by.
    let object = OpaquePointer(map)
    unsafe pango_fc_font_map_set_config(object, configuration)
    unsafe pango_fc_font_map_set_default_substitute(object, switchOffHinting, nil, nil)
    unsafe pango_ft2_font_map_set_resolution(object, 72, 72)
    guard let context = unsafe pango_font_map_create_context(map) else {
      unsafe g_object_unref(map)
      throw .library("Pango cannot create a context")
    }
    unsafe self.context = context
    unsafe pango_context_set_round_glyph_positions(context, 0)
    unsafe pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
  }

  deinit {
    unsafe g_object_unref(UnsafeMutableRawPointer(context))
    unsafe g_object_unref(map)
  }

  /// Lends the context.
  func withContext<Result>(_ body: (OpaquePointer) -> Result) -> Result {
    unsafe body(context)
  }

  /// Gives the face its name, and the other faces of its file another; false if it is not there.
  private static func name(_ face: FontFace, in configuration: OpaquePointer) -> Bool {
    guard let set = unsafe FcConfigGetFonts(configuration, FcSetApplication) else { return false }
    var isNamed = false
    for position in 0..<Int(unsafe set.pointee.nfont) {
      guard let pattern = unsafe set.pointee.fonts[position] else { continue }
      let place = unsafe FaceInFile(of: pattern)
      // Named instances of a variable font have the place of the font itself: the first is meant.
      let isMeant = !isNamed && place?.index == face.faceIndex
      isNamed = isNamed || isMeant
      unsafe FcPatternDel(pattern, FC_FAMILYLANG)
      unsafe FcPatternDel(pattern, FC_FAMILY)
      unsafe FcPatternAddString(pattern, FC_FAMILY, isMeant ? family : family + "-unused")
    }
    return isNamed
  }

  /// Makes an empty configuration the process's own, once and before the first call to Pango.
  ///
  /// Pango would otherwise read the machine's in a thread of its own. It is kept for the life of the process.
  private static let machineFontsAreShutOut: Bool = {
    guard let empty = unsafe FcConfigCreate() else { return false }
    return unsafe FcConfigSetCurrent(empty) == FcTrue
  }()
}

/// Keeps fontconfig from asking FreeType for hinted outlines.
private func switchOffHinting(_ pattern: OpaquePointer?, _ data: UnsafeMutableRawPointer?) {
  unsafe FcPatternDel(pattern, FC_HINTING)
  unsafe FcPatternAddBool(pattern, FC_HINTING, FcFalse)
  unsafe FcPatternDel(pattern, FC_HINT_STYLE)
  unsafe FcPatternAddInteger(pattern, FC_HINT_STYLE, FC_HINT_NONE)
}

/// A face of a font file.
struct FaceInFile: Hashable {
  var path: String
  var index: Int

  init(path: String, index: Int) {
    self.path = path
    self.index = index
  }

  /// Reads file and index from a fontconfig pattern; nil if it has none.
  init?(of pattern: OpaquePointer) {
    var file: UnsafeMutablePointer<FcChar8>?
    var index: Int32 = 0
    guard unsafe FcPatternGetString(pattern, FC_FILE, 0, &file) == FcResultMatch,
      let file = unsafe file,
      unsafe FcPatternGetInteger(pattern, FC_INDEX, 0, &index) == FcResultMatch
    else { return nil }
    self.init(path: unsafe String(cString: file), index: Int(index))
  }
}
