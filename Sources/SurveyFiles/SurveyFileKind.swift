/// The kinds of survey files that can be read.
enum SurveyFileKind: Sendable {
  /// SPSS, `.sav` and `.zsav`.
  case spss
  /// SPSS portable, `.por`.
  case portable
  /// Stata, `.dta`.
  case stata
  /// Text with a delimiter, `.csv` and any other.
  case delimited

  /// The kind of a file by how it begins and, where that says nothing, by its name.
  ///
  /// - Throws: `wrongKind` if the name promises what the file is not.
  init(path: String) throws(SurveyFileFault) {
    let bytes = try BufferedInput(path: path).read(600)
    let named = Self.kind(ofName: path)
    if bytes.isEmpty { throw .empty }
    if bytes.starts(with: "$FL2".utf8) || bytes.starts(with: "$FL3".utf8) {
      self = .spss
    } else if bytes.starts(with: "<stata_dta>".utf8) || Self.isOldStata(bytes) {
      self = .stata
    } else if Self.isPortable(bytes) {
      self = .portable
    } else if named != .delimited {
      throw .wrongKind
    } else {
      self = .delimited
    }
  }

  private static func kind(ofName path: String) -> SurveyFileKind {
    let name = path.lowercased()
    if name.hasSuffix(".sav") || name.hasSuffix(".zsav") { return .spss }
    if name.hasSuffix(".por") { return .portable }
    return name.hasSuffix(".dta") ? .stata : .delimited
  }

  /// Before version 117: the version, the order of bytes and a 1.
  private static func isOldStata(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 3 else { return false }
    return (102...116).contains(bytes[0]) && (1...2).contains(bytes[1]) && bytes[2] == 1
  }

  /// A portable file says so in its own character set behind 456 bytes, broken into lines of 80.
  private static func isPortable(_ bytes: [UInt8]) -> Bool {
    let text = bytes.filter { $0 != 0x0A && $0 != 0x0D }
    return text.count >= 464 && text[456..<464].elementsEqual("SPSSPORT".utf8)
  }
}
