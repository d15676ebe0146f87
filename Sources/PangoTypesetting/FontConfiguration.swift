import CFontconfig
import Drawing
import Synchronization
import Typesetting

/// The fonts of a catalogue as fontconfig sees them: these files, and nothing of the machine's own.
///
/// Each face gets a family name of its own, made from its number, so that asking for that name gives
/// that face: choosing between faces is the catalogue's job, and fontconfig has no say in it.
///
/// Safety of `@unchecked Sendable`: the configuration is written in `init` only, and fontconfig counts
/// references and reads configurations atomically.
@safe final class FontConfiguration: @unchecked Sendable {
  private let handle: OpaquePointer

  private init(_ fonts: FontCatalogue) throws(TypesettingError) {
    guard Self.machineFontsAreShutOut, let handle = unsafe FcConfigCreate() else {
      throw .library("fontconfig cannot create a configuration")
    }
    unsafe self.handle = handle
    for path in Set(fonts.faces.map(\.path)).sorted() {
      guard unsafe FcConfigAppFontAddFile(handle, path) == FcTrue else {
        throw .library("fontconfig cannot read the font file \(path)")
      }
    }
    try nameFaces(of: fonts)
  }

  deinit {
    unsafe FcConfigDestroy(handle)
  }

  /// Lends the configuration.
  func withHandle<Result>(_ body: (OpaquePointer) -> Result) -> Result {
    unsafe body(handle)
  }

  /// The family name under which a face is known to fontconfig.
  static func name(of font: FontID) -> String { "katern-\(font.index)" }

  // MARK: Sharing

  private static let known = Mutex<[FontCatalogue: FontConfiguration]>([:])

  /// The configuration of a catalogue; made once for each catalogue of the process.
  static func of(_ fonts: FontCatalogue) throws(TypesettingError) -> FontConfiguration {
    let result = known.withLock { known -> Result<FontConfiguration, TypesettingError> in
      if let configuration = known[fonts] { return .success(configuration) }
      do throws(TypesettingError) {
        let configuration = try FontConfiguration(fonts)
        known[fonts] = configuration
        return .success(configuration)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// Makes an empty configuration the process's own, once and before the first call to Pango.
  ///
  /// Pango would otherwise read the machine's in a thread of its own. It is kept for the life of the process.
  private static let machineFontsAreShutOut: Bool = {
    guard let empty = unsafe FcConfigCreate() else { return false }
    return unsafe FcConfigSetCurrent(empty) == FcTrue
  }()

  // MARK: Names

  private func nameFaces(of fonts: FontCatalogue) throws(TypesettingError) {
    var numbers: [FaceInFile: FontID] = [:]
    for face in fonts.faces.reversed() {
      numbers[FaceInFile(path: face.path, index: face.faceIndex)] = face.id
    }
    guard let set = unsafe FcConfigGetFonts(handle, FcSetApplication) else { return }
    for position in 0..<Int(unsafe set.pointee.nfont) {
      guard let pattern = unsafe set.pointee.fonts[position] else { continue }
      let place = unsafe FaceInFile(of: pattern)
      let name = place.flatMap { numbers.removeValue(forKey: $0) }.map(Self.name) ?? "katern-unused"
      unsafe FcPatternDel(pattern, FC_FAMILYLANG)
      unsafe FcPatternDel(pattern, FC_FAMILY)
      unsafe FcPatternAddString(pattern, FC_FAMILY, name)
    }
    if let missing = numbers.keys.min(by: { ($0.path, $0.index) < ($1.path, $1.index) }) {
      throw .library("the font file \(missing.path) has no face \(missing.index)")
    }
  }
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
