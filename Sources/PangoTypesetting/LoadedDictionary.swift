private import Glibc

/// A dictionary that tells where a word of letters may be hyphenated.
protocol LoadedDictionary: AnyObject {
  /// Whether words are to be given in UTF-8; else in ISO 8859-1.
  var isUTF8: Bool { get }

  /// For each letter of a word, whether a break may follow it; nil if the dictionary fails.
  ///
  /// - Parameters:
  ///   - bytes: the word in lower case and in the dictionary's encoding.
  ///   - letters: the number of its letters.
  func marks(in bytes: [UInt8], letters: Int) -> [Bool]?
}

extension LoadedDictionary {
  /// For each letter of a word, whether a break may follow it; nil if the word cannot be said in the
  /// dictionary's encoding.
  func marks(in letters: [Unicode.Scalar]) -> [Bool]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(letters.count)
    for letter in letters {
      guard let lower = letter.lowerCase else { return nil }
      if isUTF8 {
        bytes += UTF8.encode(lower).map { Array($0) } ?? []
      } else {
        guard lower.value < 256 else { return nil }
        bytes.append(UInt8(lower.value))
      }
    }
    return marks(in: bytes, letters: letters.count)
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

/// A file of a catalogue.
enum ListedFile {
  /// All bytes of a file; nil if it cannot be read.
  static func bytes(of path: String) -> [UInt8]? {
    guard let file = unsafe fopen(path, "rb") else { return nil }
    defer { unsafe fclose(file) }
    var result: [UInt8] = []
    while true {
      let size = 1 << 16
      let part = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        unsafe count = fread(buffer.baseAddress, 1, size, file)
      }
      if part.isEmpty { break }
      result += part
    }
    return unsafe ferror(file) == 0 ? result : nil
  }
}
