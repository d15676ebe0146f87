import CFontconfig
import ContentHash
import Drawing
import Typesetting

/// The fonts of a catalogue as fontconfig sees them: the files that were asked for, each the one that
/// was listed, and nothing of the machine's own.
///
/// Each face gets a family name of its own, made from its number, so that asking for that name gives
/// that face: choosing between faces is the catalogue's job, and fontconfig has no say in it.
@safe final class FontConfiguration {
  private let handle: OpaquePointer
  private let numbers: [FaceInFile: FontID]
  /// The files that fontconfig has read, and whether each is the one that was listed.
  private var files: [String: Bool] = [:]
  private var named: Set<FontID> = []

  init(_ fonts: FontCatalogue) throws(TypesettingError) {
    guard Self.machineFontsAreShutOut, let handle = unsafe FcConfigCreate() else {
      throw .library("fontconfig cannot create a configuration")
    }
    unsafe self.handle = handle
    var numbers: [FaceInFile: FontID] = [:]
    for face in fonts.faces.reversed() {
      numbers[FaceInFile(path: face.path, index: face.faceIndex)] = face.id
    }
    self.numbers = numbers
  }

  deinit {
    unsafe FcConfigDestroy(handle)
  }

  /// Lends the configuration.
  func withHandle<Result>(_ body: (OpaquePointer) -> Result) -> Result {
    unsafe body(handle)
  }

  /// Makes the file of a face known, once it was found to be the one that was listed.
  ///
  /// - Returns: whether fontconfig read it now; false for a file that it knows.
  /// - Throws: `TypesettingError.library` for a file that is missing, changed or no font.
  func open(_ face: FontFace) throws(TypesettingError) -> Bool {
    if let isListed = files[face.path] {
      if !isListed { throw .refused(face) }
      return false
    }
    let isListed = ContentHash(ofFile: face.path)?.hexadecimal == face.sha256.lowercased()
    files[face.path] = isListed
    if !isListed { throw .refused(face) }
    try add(face.path)
    return true
  }

  /// The family name under which a face of an opened file is known to fontconfig.
  ///
  /// - Throws: `TypesettingError.library` for a face that the file does not have.
  func name(of face: FontFace) throws(TypesettingError) -> String {
    let place = FaceInFile(path: face.path, index: face.faceIndex)
    guard let number = numbers[place], named.contains(number) else {
      throw .library("the font file \(face.path) has no face \(face.faceIndex)")
    }
    return Self.name(of: number)
  }

  private static func name(of font: FontID) -> String { "katern-\(font.index)" }

  /// Whether a file that was asked for is missing or another than the one that was listed.
  var hasRefusedFile: Bool { files.values.contains(false) }

  /// Reads a file and names its faces.
  private func add(_ path: String) throws(TypesettingError) {
    let known = count
    guard unsafe FcConfigAppFontAddFile(handle, path) == FcTrue,
      let set = unsafe FcConfigGetFonts(handle, FcSetApplication)
    else { throw .library("fontconfig cannot read the font file \(path)") }
    for position in known..<count {
      guard let pattern = unsafe set.pointee.fonts[position] else { continue }
      let place = unsafe FaceInFile(of: pattern)
      // Named instances of a variable font have the place of the font itself: the first is meant.
      let number = place.flatMap { numbers[$0] }.flatMap { named.insert($0).inserted ? $0 : nil }
      unsafe FcPatternDel(pattern, FC_FAMILYLANG)
      unsafe FcPatternDel(pattern, FC_FAMILY)
      unsafe FcPatternAddString(
        pattern, FC_FAMILY, number.map(Self.name) ?? "katern-unused")
    }
  }

  /// How many faces fontconfig knows.
  private var count: Int {
    guard let set = unsafe FcConfigGetFonts(handle, FcSetApplication) else { return 0 }
    return Int(unsafe set.pointee.nfont)
  }

  /// Makes an empty configuration the process's own, once and before the first call to Pango.
  ///
  /// Pango would otherwise read the machine's in a thread of its own. It is kept for the life of the process.
  private static let machineFontsAreShutOut: Bool = {
    guard let empty = unsafe FcConfigCreate() else { return false }
    return unsafe FcConfigSetCurrent(empty) == FcTrue
  }()
}

extension TypesettingError {
  fileprivate static func refused(_ face: FontFace) -> Self {
    .library("the font file \(face.path) is not the one that was listed")
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
