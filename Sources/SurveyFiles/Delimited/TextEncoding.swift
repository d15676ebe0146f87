import Foundation

/// The encoding of a text file's bytes.
enum TextEncoding: Sendable {
  case utf8
  case windows1252

  /// The encoding of a name, in the spellings that people use; nil for an unknown one.
  init?(name: String) {
    switch name.lowercased() {
    case "utf-8", "utf8": self = .utf8
    case "windows-1252", "cp1252", "iso-8859-1", "latin1", "latin-1": self = .windows1252
    default: return nil
    }
  }

  /// The name that ReadStat knows it by.
  var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .windows1252: "WINDOWS-1252"
    }
  }

  /// The text of bytes; nil if they are not in the encoding.
  func text(_ bytes: ArraySlice<UInt8>) -> String? {
    switch self {
    case .utf8: String(validating: bytes, as: UTF8.self)
    case .windows1252: Self.fromWindows1252(bytes)
    }
  }

  private static func fromWindows1252(_ bytes: ArraySlice<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      let scalar = (0x80..<0xA0).contains(byte) ? upper[Int(byte) - 0x80] : UInt32(byte)
      text.append(Unicode.Scalar(scalar) ?? "\u{FFFD}")
    }
    return String(text)
  }

  /// The characters of 80 to 9F, where Windows-1252 differs from ISO 8859-1; the five that it leaves
  /// open are as in ISO 8859-1.
  private static let upper: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
