import CHyphen
private import Glibc

/// A dictionary of libhyphen in memory.
@safe final class LoadedDictionary {
  private let handle: UnsafeMutablePointer<HyphenDict>
  /// Whether words are to be given in UTF-8; else in ISO 8859-1.
  private let isUTF8: Bool

  /// Reads a dictionary; nil if the file cannot be read.
  init?(path: String) {
    guard let handle = unsafe hnj_hyphen_load(path) else { return nil }
    unsafe self.handle = handle
    isUTF8 = unsafe handle.pointee.utf8 != 0
  }

  deinit {
    unsafe hnj_hyphen_free(handle)
  }

  /// For each letter of a word, whether a break may follow it; nil if the word cannot be said in the
  /// dictionary's encoding.
  func marks(in letters: [Unicode.Scalar]) -> [Bool]? {
    guard let word = encoded(letters) else { return nil }
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
    return letters.indices.map { index in
      // Odd numbers are breaks; one that would change the spelling is not made.
      let changesSpelling = unsafe replacements.map { unsafe $0[index] != nil } ?? false
      return hyphens[index] & 1 == 1 && !changesSpelling
    }
  }

  /// The word in lower case and in the dictionary's encoding.
  private func encoded(_ letters: [Unicode.Scalar]) -> [CChar]? {
    var bytes: [CChar] = []
    bytes.reserveCapacity(letters.count)
    for letter in letters {
      guard let lower = letter.lowerCase else { return nil }
      if isUTF8 {
        for byte in UTF8.encode(lower) ?? .init() { bytes.append(CChar(bitPattern: byte)) }
      } else {
        guard lower.value < 256 else { return nil }
        bytes.append(CChar(bitPattern: UInt8(lower.value)))
      }
    }
    return bytes
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

extension Unicode.Scalar {
  /// The lower-case letter; nil if that is more than one.
  fileprivate var lowerCase: Unicode.Scalar? {
    if isASCII { return ("A"..."Z").contains(self) ? Unicode.Scalar(value + 0x20) : self }
    let lower = properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first : nil
  }
}
