import CHyphen
private import Glibc

/// A dictionary as libhyphen reads it: also those with rules beyond patterns.
@safe final class LibraryDictionary: LoadedDictionary {
  private let handle: UnsafeMutablePointer<HyphenDict>

  /// Reads a dictionary; nil if the file cannot be read.
  init?(path: String) {
    guard let handle = unsafe hnj_hyphen_load(path) else { return nil }
    unsafe self.handle = handle
  }

  deinit {
    unsafe hnj_hyphen_free(handle)
  }

  var isUTF8: Bool { unsafe handle.pointee.utf8 != 0 }

  func marks(in bytes: [UInt8], letters: Int) -> [Bool]? {
    let word = bytes.map { CChar(bitPattern: $0) }
    var hyphens = [CChar](repeating: 0, count: word.count + 5)
    var replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
    var positions: UnsafeMutablePointer<Int32>?
    var cuts: UnsafeMutablePointer<Int32>?
    let status = unsafe hnj_hyphen_hyphenate2(
      handle,
      word,
      Int32(word.count),
      &hyphens,
      nil,
      &replacements,
      &positions,
      &cuts
    )
    defer { unsafe Self.free(replacements, positions, cuts, count: word.count) }
    guard status == 0 else { return nil }
    return (0..<letters).map { index in
      // Odd numbers are breaks; one that would change the spelling is not made.
      let changesSpelling = unsafe replacements.map { unsafe $0[index] != nil } ?? false
      return hyphens[index] & 1 == 1 && !changesSpelling
    }
  }

  private static func free(
    _ replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?,
    _ positions: UnsafeMutablePointer<Int32>?,
    _ cuts: UnsafeMutablePointer<Int32>?,
    count: Int
  ) {
    if let replacements = unsafe replacements {
      for index in 0..<count { unsafe Glibc.free(replacements[index]) }
    }
    unsafe Glibc.free(replacements)
    unsafe Glibc.free(positions)
    unsafe Glibc.free(cuts)
  }
}
