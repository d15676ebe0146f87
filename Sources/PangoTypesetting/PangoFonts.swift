import CPango
import ContentHash
import Drawing
import Typesetting

/// The faces that text asked one shaper for, each opened once, and what all of them are shaped with.
@safe final class PangoFonts {
  /// The size at which all shaping is done, in points; results are divided by it.
  ///
  /// It is large, because Pango counts in 1024ths of a point.
  static let shapingSize = 1000.0
  /// From Pango's units at the shaping size to a share of the em.
  static let scale = 1 / (1024 * shapingSize)

  private var faces: [FontID: OpenedFace] = [:]
  /// The hash of each file that was asked for; nil for one that cannot be read.
  private var hashes: [String: ContentHash?] = [:]
  /// Whether a font file that was asked for is missing or another than the one that was listed.
  private(set) var hasRefusedFile = false
  private let buffer: OpaquePointer

  init() throws(TypesettingError) {
    guard let buffer = unsafe hb_buffer_create() else {
      throw .library("HarfBuzz cannot create a buffer")
    }
    unsafe self.buffer = buffer
  }

  deinit {
    unsafe hb_buffer_destroy(buffer)
  }

  /// Lends a buffer for text to be shaped.
  func withBuffer<Result>(_ body: (OpaquePointer) -> Result) -> Result {
    unsafe body(buffer)
  }

  /// A face as Pango knows it; its file is held against its hash and opened if it was not yet.
  ///
  /// - Throws: `TypesettingError.library` if the file is not the one that was listed.
  func opened(_ face: FontFace) throws(TypesettingError) -> OpenedFace {
    if let known = faces[face.id] { return known }
    let hash = hashes[face.path] ?? ContentHash(ofFile: face.path)
    hashes[face.path] = .some(hash)
    guard hash?.hexadecimal == face.sha256.lowercased() else {
      hasRefusedFile = true
      throw .library("the font file \(face.path) is not the one that was listed")
    }
    let opened = try OpenedFace(face)
    faces[face.id] = opened
    return opened
  }
}
