import CCairo
import CFreeType
import Drawing

/// Owns a FreeType face and a share of its library; freed when Cairo lets go of the face.
@safe private final class FaceOwner {
  let library: FT_Library
  let face: FT_Face

  /// Adopts a face and takes a reference to its library.
  init(adopting face: FT_Face, of library: FT_Library) {
    unsafe self.library = library
    unsafe self.face = face
    unsafe FT_Reference_Library(library)
  }

  deinit {
    unsafe FT_Done_Face(face)
    unsafe FT_Done_Library(library)
  }
}

/// The fonts of a catalogue as Cairo sees them; files are opened when a face is first used.
///
/// One per worker, kept from document to document. Cairo may hold a face longer than we do, in its
/// cache of scaled fonts: so the FreeType face belongs to Cairo's, as its user data.
@safe final class CairoFonts {
  private let catalogue: FontCatalogue
  private let library: FT_Library
  private let key: UnsafeMutablePointer<cairo_user_data_key_t>
  private var faces: [FontID: OpaquePointer] = unsafe [:]
  /// No hinting and no rounding: the glyphs stand where they were set.
  let options: OpaquePointer

  init(_ catalogue: FontCatalogue) throws(DrawingError) {
    self.catalogue = catalogue
    var library: FT_Library?
    let code = unsafe FT_Init_FreeType(&library)
    guard code == 0, let library = unsafe library, let options = unsafe cairo_font_options_create()
    else { throw .font(path: "of FreeType") }
    unsafe self.library = library
    unsafe key = .allocate(capacity: 1)
    unsafe key.initialize(to: cairo_user_data_key_t())
    unsafe cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    unsafe cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    unsafe cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    unsafe self.options = options
  }

  deinit {
    unsafe cairo_font_options_destroy(options)
    unsafe faces.values.forEach { face in unsafe cairo_font_face_destroy(face) }
    unsafe FT_Done_Library(library)
    unsafe key.deallocate()
  }

  /// The face with an id.
  func face(_ id: FontID) throws(DrawingError) -> OpaquePointer {
    if let known = unsafe faces[id] { return unsafe known }
    let entry = catalogue[id]
    var face: FT_Face?
    let code = unsafe FT_New_Face(library, entry.path, FT_Long(entry.faceIndex), &face)
    guard code == 0, let face = unsafe face else { throw .font(path: entry.path) }
    let owner = unsafe FaceOwner(adopting: face, of: library)
    guard let cairo = unsafe cairo_ft_font_face_create_for_ft_face(face, Int32(FT_LOAD_NO_HINTING))
    else { throw .font(path: entry.path) }
    let status = unsafe cairo_font_face_set_user_data(
      cairo, key, Unmanaged.passRetained(owner).toOpaque(),
      { owner in
        if let owner = unsafe owner { unsafe Unmanaged<FaceOwner>.fromOpaque(owner).release() }
      })
    guard status == CAIRO_STATUS_SUCCESS else {
      throw .cairo(status: status.rawValue, message: "no font face for \(entry.path)")
    }
    unsafe faces[id] = cairo
    return unsafe cairo
  }
}
